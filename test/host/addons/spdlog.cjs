/**
 * What VS Code asks of `@vscode/spdlog`, without the C++: every message is in its file when the call returns. Files are not rotated, as no
 * test run and no trial fills one.
 */
const { appendFileSync, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');

/** The names of the levels, in the order of their numbers. */
const LEVELS = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];

/** The local time as VS Code's log files have it, `2026-05-04 13:02:01.123`. */
function timeOf(date) {
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, -1).replace('T', ' ');
}

class Logger {
  #file;
  #level = LEVELS.indexOf('info');
  #isPlain = false;

  constructor(_type, _name, file) {
    this.#file = file;
  }

  #log(level, message) {
    if (level < this.#level) return;
    const text = this.#isPlain ? message : `${timeOf(new Date())} [${LEVELS[level]}] ${message}\n`;
    appendFileSync(this.#file, text);
  }

  trace(message) {
    this.#log(0, message);
  }

  debug(message) {
    this.#log(1, message);
  }

  info(message) {
    this.#log(2, message);
  }

  warn(message) {
    this.#log(3, message);
  }

  error(message) {
    this.#log(4, message);
  }

  critical(message) {
    this.#log(5, message);
  }

  getLevel() {
    return this.#level;
  }

  setLevel(level) {
    this.#level = level;
  }

  /** VS Code asks for one pattern alone: time, level and message. */
  setPattern() {
    this.#isPlain = false;
  }

  /** From now on messages are written as they are, without an end of the line. */
  clearFormatters() {
    this.#isPlain = true;
  }

  flush() {}

  drop() {}
}

async function createRotatingLogger(name, file) {
  mkdirSync(dirname(file), { recursive: true });
  return new Logger('rotating', name, file);
}

exports.Logger = Logger;
exports.createRotatingLogger = createRotatingLogger;
exports.createAsyncRotatingLogger = createRotatingLogger;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
