import { cslData } from '../../../../build/cslData.mjs';
import { Formatter } from '../../../../src/citations/csl/formatter';
import type { Formatting, OutputFormat, StyleChoice } from '../../../../src/citations/csl/contract';

/** More engines than tests need, so that each is made once. */
const ENGINES = 100;

let formatter: Promise<Formatter> | undefined;

/** A formatter with the styles that are shipped. */
export function shipped(): Promise<Formatter> {
  formatter ??= cslData().then((texts) => new Formatter(texts, ENGINES));
  return formatter;
}

export const by = (style: string | StyleChoice, format: OutputFormat = 'text', locale?: string): Formatting => ({
  style: typeof style === 'string' ? { name: style } : style,
  format,
  locale,
});

/** A small style of notes with ibid. */
export const NOTES_CSL = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">
  <info><title>Small notes</title><id>small-notes</id><updated>2026-01-01T00:00:00+00:00</updated></info>
  <macro name="who"><names variable="author"><name and="text"/></names></macro>
  <citation>
    <layout suffix="." delimiter="; ">
      <choose>
        <if position="ibid-with-locator"><group delimiter=", "><text term="ibid"/><text variable="locator"/></group></if>
        <else-if position="ibid"><text term="ibid"/></else-if>
        <else><group delimiter=", "><text macro="who"/><text variable="title" font-style="italic"/><group delimiter=" "><label variable="locator" form="short"/><text variable="locator"/></group></group></else>
      </choose>
    </layout>
  </citation>
  <bibliography><sort><key macro="who"/></sort><layout suffix="."><group delimiter=", "><text macro="who"/><text variable="title" font-style="italic"/></group></layout></bibliography>
</style>`;

export const NOTE_STYLE: StyleChoice = { name: 'small-notes', csl: NOTES_CSL };
