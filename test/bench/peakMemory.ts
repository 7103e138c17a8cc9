import { existsSync, readFileSync } from 'node:fs';

const STATUS = '/proc/self/status';

/** The most memory that this process took so far, in megabytes. On Linux `maxRSS` begins with that of the process that started this one. */
export function peakMemory(): number {
  const [, kilobytes] = (existsSync(STATUS) && /^VmHWM:\s*(\d+)/m.exec(readFileSync(STATUS, 'utf8'))) || [];
  return (kilobytes === undefined ? process.resourceUsage().maxRSS : Number(kilobytes)) / 1024;
}
