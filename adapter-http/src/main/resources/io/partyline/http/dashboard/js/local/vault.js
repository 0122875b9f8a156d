/// What this browser keeps of its host's microphone until the studio has it (IndexedDB).
///
/// A take is a stretch of one show in which this page was heard: its sound in slices, and the places at which it was
/// heard.

const NAME = 'partyline-local';
const VERSION = 1;

/// What is kept at most, of all takes together: four hours, in slices of 0.4 s.
export const MOST_SLICES = 36_000;

export async function openVault() {
  return new Vault(await opened());
}

function opened() {
  const opening = indexedDB.open(NAME, VERSION);
  opening.onupgradeneeded = () => {
    const base = opening.result;
    base.createObjectStore('takes', { keyPath: 'id' });
    base.createObjectStore('sound', { keyPath: ['take', 'number'] });
    base.createObjectStore('places', { keyPath: ['take', 'number'] });
  };
  return done(opening);
}

class Vault {
  constructor(base) {
    this.base = base;
  }

  /// All takes: `{id, show, begun, segments, sent}`, the oldest first.
  async takes() {
    const all = await this.read('takes', (takes) => takes.getAll());
    return all.sort((one, other) => one.begun - other.begun);
  }

  keepTake(take) {
    return this.write(['takes'], (takes) => takes.put(take));
  }

  keepSound(take, number, pcm) {
    return this.write(['sound'], (sound) => sound.put({ take, number, pcm }));
  }

  keepPlace(take, number, place) {
    return this.write(['places'], (places) => places.put({ take, number, ...place }));
  }

  places(take) {
    return this.read('places', (places) => places.getAll(of(take)));
  }

  /// The PCM of a slice; undefined if it is not there.
  async sound(take, number) {
    return (await this.read('sound', (sound) => sound.get([take, number])))?.pcm;
  }

  count() {
    return this.read('sound', (sound) => sound.count());
  }

  /// Forgets the sound of a take before a slice.
  forgetSound(take, before) {
    return this.write(['sound'], (sound) => sound.delete(IDBKeyRange.bound([take], [take, before], false, true)));
  }

  forget(take) {
    return this.write(['takes', 'sound', 'places'], (takes, sound, places) => {
      takes.delete(take);
      sound.delete(of(take));
      places.delete(of(take));
    });
  }

  read(store, ask) {
    return done(ask(this.base.transaction(store).objectStore(store)));
  }

  write(stores, change) {
    const transaction = this.base.transaction(stores, 'readwrite');
    change(...stores.map((each) => transaction.objectStore(each)));
    return new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error);
    });
  }
}

/// All keys of a take: an array comes behind every number.
function of(take) {
  return IDBKeyRange.bound([take], [take, []]);
}

function done(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
