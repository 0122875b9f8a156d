/// How long to wait before the studio is tried again, in milliseconds: at once, then a little longer each
/// time, two seconds at most.
const PAUSES = [100, 250, 500, 1000];
const LONGEST = 2000;

/// @param failed how often it was in vain since it last worked
export function pause(failed) {
  return PAUSES[failed] ?? LONGEST;
}
