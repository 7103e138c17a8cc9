import { prepareHost } from '../host/prepareHost';

/** Installs what is missing of VS Code and of the browser before the first test, which has no time for that. */
export const mochaGlobalSetup = prepareHost;
