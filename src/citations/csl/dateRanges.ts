import CSL from 'citeproc';

/**
 * Has the engine print the end of a range of dates as a part of that date, `(1990–1999)`: it takes what stands around and between
 * its parts from the date that comes last in the style, `(1990–(1999))`.
 */
export function endRangesInTheirDate(): void {
  const build = CSL.Node.date.build;
  CSL.Node.date.build = function (state, target) {
    build.call(this, state, target);
    if (this.tokentype === CSL.END) return;
    const end = new CSL.Token('date', this.tokentype);
    end.strings.delimiter = this.strings.delimiter;
    this.execs.unshift(({ dateput, tmp }) => {
      dateput.string(state, dateput.queue);
      dateput.openLevel(end);
      tmp.date_token = end;
    });
  };
}
