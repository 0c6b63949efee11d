import { scenarioSchema, type Scenario } from '~/assessment/practice/scenario'
import template from './template.json'

/** What a new practice task begins as: a small one that works from beginning to end, every text of it to be rewritten. */
export const templateTask: Scenario = scenarioSchema.parse(template)
