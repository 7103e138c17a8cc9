const MOMENT =
  /^\s*[{"]?(\d{4})(?:-(\d{2})-(\d{2})|\.(\d{2})\.(\d{2})|\/(\d{2})\/(\d{2}))(?:[T ]+(\d{2}):(\d{2})(?::(\d{2}))?)?(?!\d)/;

/**
 * A day, perhaps with a time, that a text starts with, as ISO 8601: `2024-05-06` or `2024-05-06T07:08:09`. Programs write
 * `2024.05.06`, `2024-05-06 07:08:09 +0200` and the like. The time zone is left out: it is the user's clock that is meant.
 */
export function findMoment(text: string): string | undefined {
  const found = MOMENT.exec(text.slice(0, 100));
  if (!found) return undefined;
  const [year, month, day] = [found[1], found[2] ?? found[4] ?? found[6], found[3] ?? found[5] ?? found[7]];
  const [hour, minute, second = '00'] = found.slice(8);
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return undefined;
  const hasTime = hour !== undefined && Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60;
  return `${year}-${month}-${day}${hasTime ? `T${hour}:${minute}:${second}` : ''}`;
}
