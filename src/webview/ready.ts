/** The first message of every page: it listens from now on. */
export interface Ready {
  readonly type: 'ready';
}
