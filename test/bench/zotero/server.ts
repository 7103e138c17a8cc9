import { fill, ZoteroServer } from '../../online/zoteroServer';

/* A library of so many papers, in a process of its own: what it costs to answer does not count. Told a key, it changes that item. */

/** Each paper has a PDF with two annotations, and every third one a note. */
function withChildren(server: ZoteroServer): void {
  let count = 0;
  for (const { key } of [...server.library.items.values()]) {
    const pdf = `A${key.slice(1)}`;
    const attachment = {
      itemType: 'attachment',
      parentItem: key,
      contentType: 'application/pdf',
      filename: 'paper.pdf',
    };
    server.put({ key: pdf, ...attachment });
    for (const n of [1, 2]) {
      const annotationText = `What was marked in number ${count}, for the ${n}. time`;
      server.put({ key: `M${n}${key.slice(2)}`, itemType: 'annotation', parentItem: pdf, annotationText });
    }
    if (++count % 3 === 0)
      server.put({ key: `N${key.slice(1)}`, itemType: 'note', parentItem: key, note: '<p>Good.</p>' });
  }
}

async function serve(papers: number, hasPlugin: boolean): Promise<void> {
  const betterBibtex = (key: string) => `bbt${key}`;
  const server = await ZoteroServer.listen(hasPlugin ? { version: '7.0.11', betterBibtex } : { version: '10.0.1' });
  fill(server, papers);
  if (hasPlugin) for (const item of server.library.items.values()) delete item.citationKey;
  withChildren(server);
  process.on('message', (key: string) => {
    server.put({ key, title: 'Another Title' });
    process.send!('changed');
  });
  process.send!({ url: server.http.url, items: server.library.items.size });
}

void serve(Number(process.argv[2]), process.argv[3] === 'plugin');
