/**
 * What VS Code asks of `@vscode/native-watchdog`, without the C++. The addon ends an extension host that hangs when its server is gone; that
 * the server is gone the extension host itself looks for, too, every second.
 */
exports.start = () => {};
exports.exit = (code) => process.exit(code);
