// npm run build: installs what is missing and builds the application.
import { build, install } from './steps.mjs'

install()
build()
