/** Every database of this browser, with every value of every store as text: bytes read as letters, one by one and in pairs. */
export const wholeMemory = async (): Promise<string> => {
  const parts: string[] = [];
  for (const { name } of await indexedDB.databases()) {
    const db = await answered(indexedDB.open(name!));
    for (const store of db.objectStoreNames) {
      const all = db.transaction(store).objectStore(store);
      parts.push(store, plain(await answered(all.getAll())), plain(await answered(all.getAllKeys())));
    }
    db.close();
  }
  return parts.join('\n');
};

const answered = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('The memory could not be read')));
  });

export const plain = (value: unknown): string => {
  if (ArrayBuffer.isView(value)) {
    const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    return ['utf-8', 'utf-16le', 'latin1'].map((as) => new TextDecoder(as).decode(bytes)).join('\n');
  }
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([key, inner]) => `${key} ${plain(inner)}`)
    .join('\n');
};
