/**
 * Plain data as bytes: small, quick to read again, and the same in every JavaScript. What refers to the same object does
 * so again in the copy, in circles too. Made for roadmaps (items that refer to sections, places everywhere), but it knows
 * none of their properties, so that these can change.
 *
 * Layout: the length of the head (4 bytes), the head as JSON, the body as numbers of 7 bits a byte. The head has the
 * shapes of the objects (their keys, each with the kind of its value) and the values that are no small integers. The body
 * has, object by object, the number of its shape and its values. Places are written as distances from the last one.
 */

/** How a value is written; stands before its key in a shape. */
const KIND = {
  /** An integer from 0 on, as it is. */
  integer: 'i',
  /** The number of a constant of the head. */
  constant: 'c',
  /** `{ start, end }`, as the distance from the last start, and the length. */
  span: 's',
  /** `0` for the next new object, else one more than the number of an object that was seen before. */
  object: 'o',
  /** `undefined`: nothing is written. */
  nothing: 'u',
} as const;
type Kind = (typeof KIND)[keyof typeof KIND];

/** Before the kind of its elements, in the shape of an array. */
const LIST = '[';
/** Between the keys of a shape: no key contains it. */
const SEPARATOR = '\n';

type Head = [objects: number, shapes: readonly string[], constants: readonly unknown[]];

/** A value that isn't plain data: such a thing has to be read anew. */
export class NotPlainError extends Error {}

interface Span {
  readonly start: number;
  readonly end: number;
}

const isSmall = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 2 ** 30;

function isSpan(value: object): value is Span {
  const keys = Object.keys(value);
  const { start, end } = value as Partial<Span>;
  return keys.length === 2 && keys[0] === 'start' && keys[1] === 'end' && isSmall(start) && isSmall(end);
}

/** @throws NotPlainError for what has none. */
function kindOf(value: unknown): Kind {
  switch (typeof value) {
    case 'undefined':
      return KIND.nothing;
    case 'number':
      if (!Number.isFinite(value) || Object.is(value, -0)) throw new NotPlainError(String(value));
      return isSmall(value) ? KIND.integer : KIND.constant;
    case 'string':
    case 'boolean':
      return KIND.constant;
    case 'object':
      if (value === null) return KIND.constant;
      return isSpan(value) ? KIND.span : KIND.object;
    default:
      throw new NotPlainError(typeof value);
  }
}

/** @throws NotPlainError where there is more in it than objects, arrays, strings, finite numbers, booleans and `null`. */
export function pack(root: object): Uint8Array {
  const body = new ByteWriter();
  const shapes = new Map<string, number>();
  const constants = new Map<unknown, number>();
  const numbers = new Map<object, number>([[root, 0]]);
  const objects: object[] = [root];
  let last = 0;

  const numberIn = <K>(table: Map<K, number>, key: K): number => {
    const known = table.get(key);
    if (known === undefined) table.set(key, table.size);
    return known ?? table.size - 1;
  };
  const write = (value: unknown, kind: Kind): void => {
    switch (kind) {
      case KIND.integer:
        body.number(value as number);
        break;
      case KIND.constant:
        body.number(numberIn(constants, value));
        break;
      case KIND.span: {
        const { start, end } = value as Span;
        body.signed(start - last);
        body.signed(end - start);
        last = start;
        break;
      }
      case KIND.object: {
        const known = numbers.get(value as object);
        body.number(known === undefined ? 0 : known + 1);
        if (known === undefined) objects.push(value as object);
        if (known === undefined) numbers.set(value as object, numbers.size);
        break;
      }
      case KIND.nothing:
    }
  };

  // The list grows while it is gone through. Not by recursion: items may be nested more deeply than the stack allows.
  for (const object of objects) {
    const isList = Array.isArray(object);
    if (!isList && Object.getPrototypeOf(object) !== Object.prototype)
      throw new NotPlainError('an object of a class');
    const keys = Object.keys(object);
    const values = Object.values(object) as unknown[];
    const kinds = values.map(kindOf);
    if (isList) {
      if (kinds.some((kind) => kind !== kinds[0])) throw new NotPlainError('a list of several kinds');
      body.number(numberIn(shapes, LIST + (kinds[0] ?? KIND.nothing)));
      body.number(values.length);
    } else {
      let shape = '';
      for (let i = 0; i < keys.length; i++)
        shape += `${i === 0 ? '' : SEPARATOR}${kinds[i] ?? ''}${keys[i] ?? ''}`;
      body.number(numberIn(shapes, shape));
    }
    for (let i = 0; i < values.length; i++) write(values[i], kinds[i] ?? KIND.nothing);
  }

  const head: Head = [objects.length, [...shapes.keys()], [...constants.keys()]];
  const headBytes = new TextEncoder().encode(JSON.stringify(head));
  const packed = new Uint8Array(LENGTH_BYTES + headBytes.length + body.length);
  new DataView(packed.buffer).setUint32(0, headBytes.length);
  packed.set(headBytes, LENGTH_BYTES);
  packed.set(body.bytes(), LENGTH_BYTES + headBytes.length);
  return packed;
}

const LENGTH_BYTES = 4;

/** A shape made ready: those of all roadmaps are few, and each is met thousands of times. */
interface Shape {
  /** Of a list: the kind of its elements. */
  readonly list: Kind | undefined;
  readonly keys: readonly string[];
  readonly kinds: readonly Kind[];
}

const SHAPES = new Map<string, Shape>();

function shapeOf(signature: string): Shape {
  const known = SHAPES.get(signature);
  if (known) return known;
  const isList = signature.startsWith(LIST);
  const entries = isList || signature === '' ? [] : signature.split(SEPARATOR);
  const shape: Shape = {
    list: isList ? (signature.slice(LIST.length) as Kind) : undefined,
    keys: entries.map((entry) => entry.slice(1)),
    kinds: entries.map((entry) => entry.charAt(0) as Kind),
  };
  SHAPES.set(signature, shape);
  return shape;
}

/**
 * What was packed, as a copy.
 *
 * @throws Error where the bytes are damaged and it shows.
 */
export function unpack(bytes: Uint8Array): unknown {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headEnd = LENGTH_BYTES + view.getUint32(0);
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(LENGTH_BYTES, headEnd))) as Head;
  const [count, signatures, constants] = head;
  const shapes = signatures.map(shapeOf);
  const body = new ByteReader(bytes, headEnd);
  const objects: object[] = [];
  /** Where an object belongs that comes only later: holder, key, number. */
  const missing: [holder: Record<string | number, unknown>, key: string | number, number: number][] = [];
  let last = 0;
  let next = 1;

  const read = (kind: Kind, holder: Record<string | number, unknown>, key: string | number): unknown => {
    switch (kind) {
      case KIND.integer:
        return body.number();
      case KIND.constant:
        return constants[body.number()];
      case KIND.span: {
        last += body.signed();
        return { start: last, end: last + body.signed() };
      }
      case KIND.object: {
        const reference = body.number();
        const number = reference === 0 ? next++ : reference - 1;
        const known = objects[number];
        if (known === undefined) missing.push([holder, key, number]);
        return known;
      }
      case KIND.nothing:
        return undefined;
    }
  };

  for (let number = 0; number < count; number++) {
    const shape = shapes[body.number()];
    if (shape === undefined) throw new RangeError('no such shape');
    if (shape.list === undefined) {
      const object: Record<string, unknown> = {};
      objects.push(object);
      for (let i = 0; i < shape.keys.length; i++) {
        const key = shape.keys[i] ?? '';
        object[key] = read(shape.kinds[i] ?? KIND.nothing, object, key);
      }
    } else {
      const list: unknown[] = [];
      objects.push(list);
      for (let i = 0, length = body.number(); i < length; i++)
        list.push(read(shape.list, list as unknown as Record<number, unknown>, i));
    }
  }
  for (const [holder, key, number] of missing) holder[key] = objects[number];
  return objects[0];
}

class ByteWriter {
  #bytes = new Uint8Array(4096);
  length = 0;

  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.length);
  }

  /** An integer of up to 31 bits. */
  number(value: number): void {
    if (this.length + MAX_NUMBER_BYTES > this.#bytes.length) {
      const larger = new Uint8Array(2 * this.#bytes.length);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    let rest = value;
    for (; rest > 127; rest >>>= 7) this.#bytes[this.length++] = (rest & 127) | 128;
    this.#bytes[this.length++] = rest;
  }

  signed(value: number): void {
    this.number(value < 0 ? -2 * value - 1 : 2 * value);
  }
}

const MAX_NUMBER_BYTES = 5;

class ByteReader {
  readonly #bytes: Uint8Array;
  #at: number;

  constructor(bytes: Uint8Array, start: number) {
    this.#bytes = bytes;
    this.#at = start;
  }

  number(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined) throw new RangeError('the bytes end too early');
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  }

  signed(): number {
    const value = this.number();
    return value & 1 ? -((value + 1) >>> 1) : value >>> 1;
  }
}
