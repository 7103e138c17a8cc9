import fc from 'fast-check';

/**
 * How long one property is tried with generated cases, in milliseconds: whoever runs the unit tests while writing gets an answer
 * in seconds, also on a busy machine, while `npm test` tries all cases.
 */
const PROPERTY_MS = Number(process.env['PROPERTY_MS'] ?? 20);

fc.configureGlobal({ interruptAfterTimeLimit: PROPERTY_MS });
