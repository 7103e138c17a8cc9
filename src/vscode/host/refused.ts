/** A command is refused because of a setting; nothing went wrong. Its message is a sentence for the user. */
export class Refused extends Error {
  /** The setting that the user may want to change, by its full name. */
  readonly setting: string;

  constructor(sentence: string, setting: string) {
    super(sentence);
    this.setting = setting;
  }
}
