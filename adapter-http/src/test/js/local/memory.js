/// A vault that lasts as long as a test.
export class MemoryVault {
  constructor() {
    this.takesById = new Map();
    this.soundBy = new Map();
    this.placesBy = new Map();
    this.room = Infinity;
  }

  async takes() {
    return [...this.takesById.values()].map((take) => structuredClone(take));
  }

  async keepTake(take) {
    this.takesById.set(take.id, structuredClone(take));
  }

  async keepSound(take, number, pcm) {
    if (this.soundBy.size >= this.room) throw new DOMException('no room', 'QuotaExceededError');
    this.soundBy.set(`${take} ${number}`, pcm);
  }

  async keepPlace(take, number, place) {
    this.placesBy.set(take, [...(this.placesBy.get(take) ?? []), place]);
  }

  async places(take) {
    return this.placesBy.get(take) ?? [];
  }

  async sound(take, number) {
    return this.soundBy.get(`${take} ${number}`);
  }

  async count() {
    return this.soundBy.size;
  }

  async forgetSound(take, before) {
    for (const key of [...this.soundBy.keys()]) {
      const [of, number] = key.split(' ');
      if (of === take && Number(number) < before) this.soundBy.delete(key);
    }
  }

  async forget(take) {
    this.takesById.delete(take);
    this.placesBy.delete(take);
    await this.forgetSound(take, Infinity);
  }
}
