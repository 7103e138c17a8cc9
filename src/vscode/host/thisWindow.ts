/** Tells this window from all others, as long as its extension host runs. (What VS Code calls a session is one and the same for all without telemetry.) */
export const THIS_WINDOW = crypto.randomUUID();
