import { type Claim, claimed, givenUp, isClaimed } from './claim';
import { type Clock, SYSTEM_CLOCK } from './clock';

/** Two windows that begin at one moment have agreed after so long, in milliseconds: each has seen what the other wrote. */
const AGREED_AFTER = 1000;

/** Where windows say which of them does something. */
export interface SharedClaim {
  readonly value: Claim | undefined;
  /** Changes it, at once for this window; resolves when other windows can see it. */
  change(update: (claim: Claim | undefined) => Claim | undefined): Promise<void>;
  /** Takes in what other windows say. */
  synchronize(): Promise<void>;
}

interface LeaseOptions {
  /** A window that did not say for so long that it is there is gone, in milliseconds. */
  readonly lasts: number;
  /** The time of day, in milliseconds since 1970. */
  readonly now?: () => number;
  readonly clock?: Pick<Clock, 'after'>;
}

/** Something that one window at a time does for all of them. */
export class Lease {
  readonly #claim: SharedClaim;
  readonly #window: string;
  readonly #lasts: number;
  readonly #now: () => number;
  readonly #clock: Pick<Clock, 'after'>;

  /** @param window what tells this window from others */
  constructor(claim: SharedClaim, window: string, { lasts, now = Date.now, clock = SYSTEM_CLOCK }: LeaseOptions) {
    this.#claim = claim;
    this.#window = window;
    this.#lasts = lasts;
    this.#now = now;
    this.#clock = clock;
  }

  /**
   * Has this window do it, unless another one does: at once where it did so last, else when windows that begin now have agreed.
   * @returns whether it is this window's
   */
  async take(): Promise<boolean> {
    await this.#claim.synchronize();
    if (this.#isAnothers) return false;
    const { value } = this.#claim;
    if (value?.by === this.#window) {
      await (value.isOver ? this.takeOver() : this.keep());
      return !this.#isAnothers;
    }
    await this.takeOver();
    await new Promise<void>((resolve) => void this.#clock.after(AGREED_AFTER, resolve));
    await this.#claim.synchronize();
    return !this.#isAnothers;
  }

  /** Has this window do it from now on, whichever did before: its user waits for it. */
  takeOver(): Promise<void> {
    return this.#claim.change((claim) => claimed(claim, this.#window, this.#now()));
  }

  /** Says that this window still does it, long before others would take it for gone. */
  async keep(): Promise<void> {
    const { value } = this.#claim;
    if (value?.by !== this.#window || value.isOver) return;
    if (Math.abs(this.#now() - value.at) >= this.#lasts / 3) await this.takeOver();
  }

  /** Leaves it to other windows. */
  async giveUp(): Promise<void> {
    const { value } = this.#claim;
    if (givenUp(value, this.#window, this.#now()) === value) return;
    await this.#claim.change((claim) => givenUp(claim, this.#window, this.#now()));
  }

  get #isAnothers(): boolean {
    return isClaimed(this.#claim.value, this.#window, this.#now(), this.#lasts);
  }
}
