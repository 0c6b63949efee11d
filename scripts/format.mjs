// npm run format: brings every file into the one form that `npm test` checks.
import { bin, install, step } from './steps.mjs'

install()
step('Formatting', bin('prettier'), ['--write', '.', '--log-level', 'warn'])
