import { FIELDS, type PaperField, type PaperFields } from './fields';

abstract class OnDemand {
  /** The value of a field. */
  protected abstract read(field: PaperField): unknown;
}

/** A base for objects that keep none of these fields, but read each when it is asked for: there may be 100,000 of them. */
export function fieldsOnDemand<Values>(fields: readonly PaperField[]): abstract new () => OnDemand & Values {
  abstract class WithFields extends OnDemand {}
  for (const field of fields) {
    Object.defineProperty(WithFields.prototype, field.name, {
      get(this: { read(field: PaperField): unknown }) {
        return this.read(field);
      },
    });
  }
  return WithFields as abstract new () => OnDemand & Values;
}

/** The same with all fields of a paper. */
export const FieldsOnDemand = fieldsOnDemand<PaperFields>(FIELDS);
