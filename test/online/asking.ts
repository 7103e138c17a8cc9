import type { Clock } from '../../src/base/clock';
import { Asking } from '../../src/online/clients/client';
import { Requester, type RequesterParts } from '../../src/online/requests/requester';
import type { OnlineSettings } from '../../src/online/requests/request';
import { SERVICE_IDS } from '../../src/online/services';
import type { LocalServer } from './localServer';

/** So much faster the time of these tests goes: a time-out of 20 seconds comes after 0.4. */
const SPEED = 50;

/** Time that goes so much faster. */
const clockOf = (speed: number): Clock => ({
  now: () => performance.now() * speed,
  after: (ms, run) => {
    const timer = setTimeout(run, ms / speed);
    return () => clearTimeout(timer);
  },
  yield: () => new Promise((resolve) => setTimeout(resolve, 0)),
});

export const FAST_CLOCK = clockOf(SPEED);

/** For answers of megabytes, which a busy machine needs its time for. */
export const PATIENT_CLOCK = clockOf(SPEED / 20);

/** How long something took, in milliseconds of that time. */
export const fastTime = (real: number) => real * SPEED;

/** The settings of a user who has all services on a local server. */
export function localSettings(server: LocalServer, settings: Partial<OnlineSettings> = {}): OnlineSettings {
  const endpoints = Object.fromEntries(SERVICE_IDS.map((id) => [id, `${server.url}/${id}`]));
  return { enabled: true, services: SERVICE_IDS, endpoints, email: '', keys: {}, ...settings };
}

/** A requester that asks a local server over real connections. */
export function requesterOf(
  server: LocalServer,
  settings: Partial<OnlineSettings> = {},
  parts: Partial<RequesterParts> = {},
): Requester {
  return new Requester({
    fetch: (url, init) => fetch(url, init),
    clock: FAST_CLOCK,
    today: () => Date.now(),
    settings: () => localSettings(server, settings),
    agent: 'LiteratureNotes/0 (https://example.org)',
    ...parts,
  });
}

export function askingOf(
  server: LocalServer,
  settings: Partial<OnlineSettings> = {},
  signal = new AbortController().signal,
  clock = FAST_CLOCK,
): Asking {
  return new Asking(requesterOf(server, settings, { clock }), signal);
}
