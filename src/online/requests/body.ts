import { OnlineFailure } from '../failure';
import type { ServiceId } from '../services';

/** The text of a response in UTF-8, read no further than `largest` bytes. Throws a failure where it is longer or is cut off. */
export async function bodyText(response: Response, service: ServiceId, largest: number): Promise<string> {
  const stated = Number(response.headers.get('content-length') ?? 0);
  if (stated > largest) {
    await response.body?.cancel().catch(() => undefined);
    throw new OnlineFailure('too-large', service);
  }
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  let length = 0;
  for (;;) {
    const chunk = (await reader.read()) as { done: boolean; value?: Uint8Array };
    if (!chunk.value) return text + decoder.decode();
    length += chunk.value.length;
    if (length > largest) {
      await reader.cancel().catch(() => undefined);
      throw new OnlineFailure('too-large', service);
    }
    text += decoder.decode(chunk.value, { stream: true });
  }
}
