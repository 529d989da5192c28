import assert from 'node:assert/strict';
import { readBytes } from '../../../server/src/workspace/reading.ts';
import { decodeSnapshot, encodeSnapshot, type Holding } from '../../../server/src/workspace/snapshot.ts';

function holding(name: string, text: string, stamp?: string): Holding {
  const bytes = new TextEncoder().encode(text);
  return { uri: `file:///${name}`, stamp, bytes, reading: readBytes(bytes)! };
}

const joined = (parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(Buffer.concat(parts));
const names = (holdings: readonly Holding[]): string[] =>
  holdings.map(({ uri }) => uri.slice('file:///'.length));

describe('snapshot', () => {
  const holdings = [
    holding('a.md', '- [ ] a (Owner: @ann)\n', '1 2'),
    holding('é.md', '- [x] ü\n'),
    holding('empty.md', ''),
    holding('long.md', '- [ ] line\n'.repeat(100)),
  ];
  const snapshot = joined(encodeSnapshot('1', holdings));
  const plain = ({ uri, stamp, bytes, reading }: Holding): unknown => ({
    uri,
    stamp,
    bytes: [...bytes],
    owners: reading.owners,
    links: reading.links,
    packed: [...(reading.packed ?? [])],
  });

  it('gives back what was held', () =>
    assert.deepEqual(decodeSnapshot('1', snapshot).map(plain), holdings.map(plain)));

  it('is nothing to another version', () => assert.deepEqual(decodeSnapshot('2', snapshot), []));

  it('keeps what can be packed', () => {
    const { owners, links } = holdings[1]!.reading;
    const bare = { owners, links };
    const kept = [holdings[0]!, { ...holdings[1]!, reading: bare }];
    assert.deepEqual(names(decodeSnapshot('1', joined(encodeSnapshot('1', kept)))), ['a.md']);
  });

  it('keeps no more than there is room for', () => {
    const huge = { ...holdings[3]!, bytes: new Uint8Array(64 * 1024 * 1024) };
    assert.deepEqual(names(decodeSnapshot('1', joined(encodeSnapshot('1', [huge, holdings[0]!])))), ['a.md']);
  });

  it('never lies: with any byte changed, entries are missing or as they were', () => {
    for (let at = 0; at < snapshot.length; at += at < 200 ? 1 : 37) {
      const damaged = Uint8Array.from(snapshot);
      damaged[at] = damaged[at]! ^ 0x41;
      const found = decodeSnapshot('1', damaged);
      assert.ok(found.length < holdings.length, `byte ${at}`);
      for (const each of found)
        assert.deepEqual(plain(each), plain(holdings.find(({ uri }) => uri === each.uri)!), `byte ${at}`);
    }
  });

  it('never lies: cut anywhere, what is whole is there', () => {
    for (let length = 0; length < snapshot.length; length += 17) {
      const found = decodeSnapshot('1', snapshot.subarray(0, length));
      assert.deepEqual(found.map(plain), holdings.slice(0, found.length).map(plain), `${length} bytes`);
    }
    assert.equal(decodeSnapshot('1', snapshot.subarray(0, snapshot.length - 1)).length, 3);
  });

  it('is nothing where it is something else', () => {
    for (const bytes of [new Uint8Array(0), new Uint8Array(1000), new TextEncoder().encode('roadmap\n{}')])
      assert.deepEqual(decodeSnapshot('1', bytes), []);
  });
});
