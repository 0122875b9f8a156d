package io.partyline.rehearsal;

import io.partyline.audio.Frames;
import io.partyline.carrier.Carrier;
import io.partyline.carrier.call.PhoneCall;
import io.partyline.carrier.sound.Heard;
import io.partyline.carrier.stream.MediaLeg;
import io.partyline.port.SpeechSynthesizer;
import io.partyline.show.CallId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// Everybody made up who speaks in a rehearsal: the callers on their telephones, and the host at
/// the microphone. Safe for use by many threads.
public final class Troupe {
    /// The name by which a script knows the host.
    public static final String HOST = "host";

    private static final String HOST_VOICE = "dry";

    private final Carrier carrier;
    private final SpeechSynthesizer synthesizer;
    private final KnownVoices recogniser;
    private final SpokenMicrophone microphone;
    private final Map<String, Script.Role> roles;
    private final Map<String, PhoneCall> calls = new ConcurrentHashMap<>();

    /// @param microphone what the made-up host speaks into
    /// @param recogniser taught every line that is said
    public Troupe(
            Script script,
            Carrier carrier,
            SpeechSynthesizer synthesizer,
            KnownVoices recogniser,
            SpokenMicrophone microphone) {
        this.carrier = carrier;
        this.synthesizer = synthesizer;
        this.recogniser = recogniser;
        this.microphone = microphone;
        this.roles =
                script.callers().stream()
                        .collect(Collectors.toMap(Script.Role::name, role -> role));
    }

    /// A caller dials.
    public void dial(String name) {
        calls.put(name, carrier.dial(role(name).number()));
    }

    public void hangUp(String name) {
        call(name).hangUp();
    }

    /// Somebody begins to say something.
    public void say(String who, String text) {
        Clip clip = Clip.of(synthesizer, text, who.equals(HOST) ? HOST_VOICE : role(who).voice());
        clip.teach(recogniser, text);
        if (who.equals(HOST)) {
            microphone.say(clip.at(Frames.RATE));
        } else {
            leg(who).orElseThrow(() -> new IllegalStateException(who + " has no line to speak on"))
                    .say(clip.at(Frames.PHONE_RATE));
        }
    }

    /// Whether somebody has said everything they were given.
    public boolean silent(String who) {
        return who.equals(HOST)
                ? microphone.silent()
                : leg(who).map(MediaLeg::saidAll).orElse(true);
    }

    /// Whether a caller has heard a voice just now, and not the bed alone that is under it.
    public boolean isSpokenTo(String name) {
        return leg(name).filter(Troupe::isSpokenTo).isPresent();
    }

    private static boolean isSpokenTo(MediaLeg leg) {
        Heard all = leg.heard();
        return CutOff.isVoice(all, all.length());
    }

    /// How much a caller still heard of the voice that spoke to them at this moment.
    ///
    /// @return empty if nobody spoke to them
    Optional<Duration> heardOn(String name, Instant moment) {
        return call(name).legs().stream()
                .flatMap(leg -> CutOff.behind(leg.heard(), moment).stream())
                .findFirst();
    }

    /// The call of a caller.
    public CallId callOf(String name) {
        return new CallId(call(name).sid());
    }

    /// The telephone of a caller.
    public PhoneCall call(String name) {
        PhoneCall call = calls.get(name);
        if (call == null) {
            throw new IllegalStateException(name + " has not dialled");
        }
        return call;
    }

    /// Everybody who has dialled, with their calls.
    public Map<String, PhoneCall> dialled() {
        return Map.copyOf(calls);
    }

    private Optional<MediaLeg> leg(String name) {
        return call(name).legs().reversed().stream().filter(leg -> !leg.ended()).findFirst();
    }

    private Script.Role role(String name) {
        Script.Role role = roles.get(name);
        if (role == null) {
            throw new IllegalStateException("the script knows no caller called " + name);
        }
        return role;
    }
}
