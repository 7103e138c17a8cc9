declare const TOKEN: unique symbol;

/** Stands for a paper as the room `packed` stores it. Nobody else can tell what it is; it can be handed on. */
export interface PaperToken {
  readonly [TOKEN]: true;
}
