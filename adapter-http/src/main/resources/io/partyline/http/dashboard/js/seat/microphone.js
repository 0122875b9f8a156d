/// Gets the microphone from the browser, and says in a word why not.

const TROUBLES = {
  NotAllowedError: 'refused',
  SecurityError: 'refused',
  NotFoundError: 'missing',
  OverconstrainedError: 'missing',
  NotReadableError: 'busy',
  AbortError: 'busy',
};

/// @param id of the device; null for the browser's own choice
/// @return `{stream}`, or `{trouble}`
export async function openMicrophone(id, processing) {
  try {
    return { stream: await navigator.mediaDevices.getUserMedia({ audio: wanted(id, processing), video: false }) };
  } catch (failure) {
    // A device that was chosen and is away: better any than none.
    if (id !== null && (failure.name === 'OverconstrainedError' || failure.name === 'NotFoundError')) {
      return openMicrophone(null, processing);
    }
    return { trouble: TROUBLES[failure.name] ?? 'missing' };
  }
}

function wanted(id, processing) {
  const audio = { ...processing, channelCount: { ideal: 1 } };
  return id === null ? audio : { ...audio, deviceId: { exact: id } };
}

/// What can be heard with and played on, as far as the browser tells.
export async function devices() {
  const all = await navigator.mediaDevices.enumerateDevices();
  const named = (kind) =>
    all
      .filter((device) => device.kind === kind && device.deviceId !== '')
      .map(({ deviceId, label }) => ({ id: deviceId, label }));
  return { microphones: named('audioinput'), headphones: named('audiooutput') };
}
