import type { EditableField } from '../../library/writing/editableField';
import { el, iconButton, textButton } from '../dom';
import type { DetailsView, Editing } from './view';
import { filled } from './filled';

/** What is to be edited in several lines. */
const LONG: readonly EditableField[] = ['title', 'authors', 'abstract', 'keywords'];

/** The button that begins to edit a field; none where its list is not written. */
export function editButton({ paper, words, send }: DetailsView, field: EditableField): HTMLElement | undefined {
  if (!paper.editable.includes(field)) return undefined;
  const title = filled(words.edit, words.fields[field]);
  const press = () => send({ type: 'edit', field });
  return iconButton('edit', title, { class: 'edit', key: `edit-${field}`, press });
}

/** The form in which a field is edited; undefined while it is not. */
export function fieldForm(view: DetailsView, field: EditableField): HTMLElement | undefined {
  const { editing, words } = view;
  if (editing?.field !== field) return undefined;
  const { name, form } = editing.stated;
  const box = boxOf(view, editing);
  const hint = [name, form === 'latex' ? words.latex : form === 'lines' ? words.oneALine : ''].filter(Boolean);
  const save = () => view.save(box.value);
  const saveButton = textButton(words.save, { class: 'primary', key: 'save', press: save });
  saveButton.disabled = editing.isSaving === true;
  const made = el(
    'form',
    { class: 'fieldForm', attributes: { 'aria-busy': String(editing.isSaving === true) } },
    box,
    el('div', { class: 'hint', id: 'fieldHint' }, hint.join(' · ')),
    editing.refusal !== undefined && el('div', { class: 'refusal', attributes: { role: 'alert' } }, editing.refusal),
    el(
      'div',
      'formButtons',
      saveButton,
      textButton(words.cancel, { class: 'secondary', key: 'cancel', press: () => view.cancelEditing() }),
    ),
  );
  made.addEventListener('submit', (event) => {
    event.preventDefault();
    save();
  });
  return made;
}

function boxOf(view: DetailsView, editing: Editing): HTMLInputElement | HTMLTextAreaElement {
  const { field, stated } = editing;
  const isLong = LONG.includes(field) || stated.form === 'lines' || stated.text.includes('\n');
  const properties = {
    key: 'box',
    label: view.words.fields[field],
    attributes: { 'aria-describedby': 'fieldHint', spellcheck: 'false' },
  };
  const box = isLong ? el('textarea', properties) : el('input', properties);
  box.value = editing.text;
  if (box instanceof HTMLTextAreaElement) {
    // In a narrow view about 40 characters stand in a line.
    const lines = editing.text.split('\n').reduce((sum, line) => sum + 1 + Math.floor(line.length / 40), 0);
    box.rows = Math.min(14, Math.max(2, lines));
  }
  box.addEventListener('input', () => (editing.text = box.value));
  const keyed = ({ key, ctrlKey, metaKey, isComposing }: KeyboardEvent) =>
    isComposing ? '' : key === 'Enter' && (ctrlKey || metaKey) ? 'Save' : key;
  box.addEventListener('keydown', ((event: KeyboardEvent) => {
    const key = keyed(event);
    if (key === 'Escape') view.cancelEditing();
    else if (key === 'Save') view.save(box.value);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }) as EventListener);
  return box;
}
