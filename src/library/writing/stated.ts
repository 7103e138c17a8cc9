import type { EditedText } from './editableField';
import type { FieldChange } from './sourceChange';

/** A field as its source states it, for a person to change. */
export interface StatedField extends EditedText {
  /** The change that makes the source state another text; undefined where the format cannot say it. An empty one takes the field away. */
  readonly change: (text: string) => FieldChange | undefined;
}
