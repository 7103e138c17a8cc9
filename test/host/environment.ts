/** What a VS Code or Node that runs this must not pass on to the VS Code that is tested. */
const LEAKING = /^(VSCODE_|ELECTRON_|NODE_OPTIONS$|NODE_V8_COVERAGE$)/;

/** What `npm run` tells its scripts about this project, and a npm in another folder would take for its own. */
const OF_NPM = /^npm_(package|lifecycle|config_local_prefix|config_prefix|command|node_execpath)/;

/** This process's environment as a child needs it: without leaking variables, with the given ones. */
export function childEnvironment(extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !LEAKING.test(name) && !OF_NPM.test(name));
  return { ...Object.fromEntries(kept), ...extra };
}
