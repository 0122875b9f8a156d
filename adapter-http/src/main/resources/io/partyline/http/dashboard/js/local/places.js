/// Where in the show the sound lies that this page kept of its microphone. Pure, but for reading sound.
///
/// The studio tells once a second, and on both sides of every jump, which sample it was playing where. Between two
/// such places that fit together the clocks differ a little, and the sound is read that much faster or slower.
/// Where they do not fit, the line had lost something, and what was kept stays whole: a little too short, it
/// says a moment twice, and a little too long, it leaves a moment out, each at the quietest place. A line that has
/// just come back plays a moment of what it has in arrears: what it does not keep up for a quarter of a second is not followed.

/// What the clocks of two computers may differ by in a second, twice over.
const EVEN = 1e-3;
/// Samples by which two places that belong together may be off besides.
const CLOSE = 8;
/// A run of places that fit together is followed from this length on: a quarter of a second.
const SHORTEST = 12_000;
/// More than this is no wait of the line: the microphone stood still. 100 ms.
const STOOD_STILL = 4_800;
/// 5 ms, in which one place goes over into another, and in which it is looked how quiet it is.
export const FADE = 240;

/// A segment is sound that is read at one speed: from the show's sample `from` to before `to`, beginning with the kept
/// sample `sample`, `step` of them for each of the show's. `begins` and `ends` say that it is not joined there.
///
/// @param places `{at, sample}`, in the order in which they were told
/// @param sound  gives kept samples: `(from, count) => Promise<Float32Array>`
export async function segmentsOf(places, sound) {
  const followed = steady(places);
  const segments = [];
  for (let i = 1; i < followed.length; i += 1) {
    segments.push(...(await between(followed[i - 1], followed[i], sound)));
  }
  return joined(segments);
}

/// The places without runs that are too short; all of them if none is long enough.
function steady(places) {
  const runs = [];
  for (const place of places) {
    const last = runs.at(-1);
    if (last !== undefined && fits(last.at(-1), place)) last.push(place);
    else runs.push([place]);
  }
  const long = runs.filter((run) => run.at(-1).at - run[0].at >= SHORTEST);
  return long.length > 0 ? long.flat() : places;
}

function fits(before, after) {
  const shown = after.at - before.at;
  return shown > 0 && Math.abs(shown - (after.sample - before.sample)) <= CLOSE + EVEN * shown;
}

async function between(before, after, sound) {
  const shown = after.at - before.at;
  const kept = after.sample - before.sample;
  if (shown <= 0 || kept < 0) return [];
  const wait = shown - kept;
  if (fits(before, after)) {
    return [{ from: before.at, to: after.at, sample: before.sample, step: kept / shown }];
  }
  const cut = await quietest(before.sample, after.sample - Math.max(0, -wait), sound);
  const first = { from: before.at, to: before.at + cut, sample: before.sample, step: 1 };
  const resumes = wait > STOOD_STILL ? first.to + Math.round(wait) : first.to;
  const second = {
    from: resumes, to: after.at, sample: after.sample - (after.at - resumes), step: 1,
  };
  return [first, second].filter(({ from, to }) => to > from);
}

/// @return how many samples after `from` it is quietest
async function quietest(from, to, sound) {
  const count = Math.floor(to - from);
  if (count < FADE) return Math.max(0, count);
  const samples = await sound(Math.floor(from), count);
  let best = 0;
  let least = Infinity;
  for (let at = 0; at + FADE <= count; at += FADE) {
    let sum = 0;
    for (let i = at; i < at + FADE; i += 1) sum += samples[i] * samples[i];
    if (sum < least) {
      least = sum;
      best = at;
    }
  }
  return best;
}

/// Two segments are joined where the second goes on with the sample at which the first ends.
function joined(segments) {
  return segments.map((segment, i) => ({
    ...segment,
    begins: i === 0 || !goesOn(segments[i - 1], segment),
    ends: i === segments.length - 1 || !goesOn(segment, segments[i + 1]),
  }));
}

function goesOn(before, after) {
  const expected = before.sample + (before.to - before.from) * before.step;
  return before.to === after.from && Math.abs(expected - after.sample) < 1e-3;
}
