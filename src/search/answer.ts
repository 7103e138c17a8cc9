import type { SearchAnswer, SearchHit } from './contract';
import { fieldsOfMask } from './fields';
import type { SearchReply } from './protocol';
import type { SlotTable } from './slots';

/** An answer over the columns that came from the worker; hits are made when they are asked for. */
export class ColumnAnswer implements SearchAnswer {
  readonly #reply: SearchReply;
  readonly #slots: SlotTable;

  constructor(
    readonly query: string,
    reply: SearchReply,
    slots: SlotTable,
  ) {
    this.#reply = reply;
    this.#slots = slots;
  }

  get mode(): SearchAnswer['mode'] {
    return this.#reply.mode;
  }

  get shortfall(): SearchAnswer['shortfall'] {
    return this.#reply.shortfall;
  }

  get isPassage(): SearchAnswer['isPassage'] {
    return this.#reply.isPassage;
  }

  get problems(): SearchAnswer['problems'] {
    return this.#reply.problems;
  }

  get total(): number {
    return this.#reply.total;
  }

  get searched(): number {
    return this.#reply.searched;
  }

  slice(start: number, end: number): SearchHit[] {
    const { slots, scores, fields } = this.#reply.hits;
    const hits: SearchHit[] = [];
    for (let rank = Math.max(0, start); rank < Math.min(end, slots.length); rank++) {
      hits.push({ id: this.#slots.id(slots[rank]), score: scores[rank], fields: fieldsOfMask(fields[rank]) });
    }
    return hits;
  }

  ids(): string[] {
    return Array.from(this.#reply.hits.slots, (slot) => this.#slots.id(slot));
  }
}
