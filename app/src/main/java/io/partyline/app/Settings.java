package io.partyline.app;

import io.partyline.cast.Cast;
import io.partyline.http.DeskSettings;
import io.partyline.http.SeatSettings;
import io.partyline.http.StudioSettings;
import io.partyline.javasound.SoundSettings;
import io.partyline.mix.HeldCallerHears;
import io.partyline.show.CallerSound;
import io.partyline.show.Eagerness;
import io.partyline.show.ScreeningMode;
import io.partyline.show.ShowRules;
import io.partyline.twilio.AuthToken;
import io.partyline.twilio.Capacity;
import io.partyline.twilio.Invitation;
import io.partyline.twilio.TwilioSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a show is run with. Every method reads a few settings and refuses bad ones with a sentence.
///
/// @param folder what relative paths count from
record Settings(Lookup lookup, Path folder) {
    private static final int LAST_PORT = 65_535;
    private static final List<String> TELEPHONE =
            List.of(
                    "TWILIO_ACCOUNT_SID",
                    "TWILIO_AUTH_TOKEN",
                    "TWILIO_PHONE_NUMBER",
                    "TWILIO_WEBHOOK_BASE_URL");

    /// Looks at everything once, so that a mistake stops the start and not the show.
    Settings checked() {
        rules();
        studio();
        phonePort();
        hold();
        net();
        linesOpen();
        callerHears();
        callersInterrupt();
        screening();
        eagerness();
        invitation();
        telephone();
        cast();
        callerSound();
        media().checked();
        music().checked();
        stream().checked();
        return this;
    }

    int phonePort() {
        return lookup.number("PARTYLINE_PHONE_PORT", 8_000, 0, LAST_PORT);
    }

    StudioSettings studio() {
        try {
            return new StudioSettings(
                    lookup.text("PARTYLINE_STUDIO_HOST", "127.0.0.1"),
                    lookup.number("PARTYLINE_STUDIO_PORT", 8_080, 0, LAST_PORT),
                    showName(),
                    lookup.find("PARTYLINE_STUDIO_PASSWORD"),
                    desk(),
                    seats());
        } catch (IllegalArgumentException e) {
            throw new SettingException(
                    "PARTYLINE_STUDIO_HOST, PARTYLINE_STUDIO_PASSWORD, PARTYLINE_PRODUCER_PASSWORD: "
                            + e.getMessage());
        }
    }

    private SeatSettings seats() {
        return new SeatSettings(
                lookup.find("PARTYLINE_PRODUCER_PASSWORD"),
                lookup.flag("PARTYLINE_STAGE_OPEN", false));
    }

    private DeskSettings desk() {
        String next = lookup.choice("PARTYLINE_TAKE_NEXT", "adds", List.of("adds", "replaces"));
        return new DeskSettings(next.equals("replaces"));
    }

    /// The telephone; empty if it is not set up at all.
    Optional<TwilioSettings> telephone() {
        List<String> missing = missingForTelephone();
        if (missing.size() == TELEPHONE.size()) {
            return Optional.empty();
        }
        if (!missing.isEmpty()) {
            throw new SettingException(
                    "The telephone is half set up: %s is missing."
                            .formatted(String.join(", ", missing)));
        }
        try {
            return Optional.of(
                    new TwilioSettings(
                            lookup.text("TWILIO_ACCOUNT_SID", ""),
                            new AuthToken(lookup.text("TWILIO_AUTH_TOKEN", "")),
                            lookup.text("TWILIO_PHONE_NUMBER", ""),
                            lookup.text("TWILIO_WEBHOOK_BASE_URL", ""),
                            lookup.text("TWILIO_API_BASE_URL", TwilioSettings.CARRIER_API),
                            hold(),
                            net(),
                            showName(),
                            hostName(),
                            disclosure(),
                            invitation()));
        } catch (IllegalArgumentException e) {
            throw new SettingException(String.valueOf(e.getMessage()));
        }
    }

    List<String> missingForTelephone() {
        return TELEPHONE.stream().filter(name -> lookup.find(name).isEmpty()).toList();
    }

    TwilioSettings.Hold hold() {
        String hold = lookup.choice("PARTYLINE_PHONE_HOLD", "studio", List.of("studio", "carrier"));
        return TwilioSettings.Hold.valueOf(hold.toUpperCase(Locale.ROOT));
    }

    TwilioSettings.Net net() {
        try {
            return new TwilioSettings.Net(
                    lookup.find("PARTYLINE_PHONE_FALLBACK_URL"),
                    lookup.find("PARTYLINE_PHONE_NET_MUSIC"));
        } catch (IllegalArgumentException e) {
            throw new SettingException(String.valueOf(e.getMessage()));
        }
    }

    boolean linesOpen() {
        return lookup.flag("PARTYLINE_PHONE_OPEN", true);
    }

    HeldCallerHears callerHears() {
        String what =
                lookup.choice("PARTYLINE_PHONE_CALLER_HEARS", "bed", List.of("bed", "program"));
        return HeldCallerHears.valueOf(what.toUpperCase(Locale.ROOT));
    }

    /// What the greeting says of AI callers; blank if nothing.
    private String disclosure() {
        String said = lookup.text("PARTYLINE_AI_DISCLOSURE", "on");
        return switch (said.toLowerCase(Locale.ROOT)) {
            case "on", "true", "yes", "1" -> TwilioSettings.DISCLOSURE;
            case "off", "false", "no", "0" -> "";
            default -> said;
        };
    }

    /// Whether callers may leave a message while the lines are closed.
    boolean voicemail() {
        return !isOff(voicemailWords());
    }

    private String voicemailWords() {
        return lookup.text("PARTYLINE_VOICEMAIL", "off");
    }

    private static boolean isOff(String said) {
        return List.of("off", "false", "no", "0").contains(said.toLowerCase(Locale.ROOT));
    }

    private Invitation invitation() {
        String said = voicemailWords();
        boolean ours =
                isOff(said)
                        || List.of("on", "true", "yes", "1")
                                .contains(said.toLowerCase(Locale.ROOT));
        try {
            return new Invitation(
                    ours ? Optional.empty() : Optional.of(said),
                    lookup.duration("PARTYLINE_VOICEMAIL_LENGTH", Invitation.USUAL_LENGTH));
        } catch (IllegalArgumentException e) {
            throw new SettingException(String.valueOf(e.getMessage()));
        }
    }

    ScreeningMode screening() {
        return ScreeningMode.valueOf(
                lookup.choice("PARTYLINE_SCREENING", "off", List.of("off", "ask", "talk"))
                        .toUpperCase(Locale.ROOT));
    }

    boolean callersInterrupt() {
        return lookup.flag("PARTYLINE_CALLERS_INTERRUPT", true);
    }

    Eagerness eagerness() {
        String wanted =
                lookup.choice(
                        "PARTYLINE_AI_EAGERNESS", "balanced", List.of("shy", "balanced", "eager"));
        return Eagerness.valueOf(wanted.toUpperCase(Locale.ROOT));
    }

    ShowRules rules() {
        ShowRules usual = ShowRules.DEFAULT;
        return new ShowRules(
                hostName(),
                lookup.number("PARTYLINE_PHONE_LINES", usual.lines(), 1, Capacity.MOST_LINES),
                lookup.number(
                        "PARTYLINE_SOUND_CHANNELS",
                        usual.channels(),
                        ShowRules.FEWEST_CHANNELS,
                        32),
                usual.undo(),
                usual.reconnect(),
                usual.lostWait(),
                usual.takeLimit(),
                usual.turnLimit(),
                lookup.duration("PARTYLINE_AI_COOLDOWN", Duration.ofSeconds(10)),
                lookup.duration("PARTYLINE_FOLLOWUP_DELAY", Duration.ofSeconds(7)));
    }

    String showName() {
        return lookup.text("PARTYLINE_SHOW_NAME", "Partyline");
    }

    String hostName() {
        return lookup.text("PARTYLINE_HOST_NAME", "Host");
    }

    Path data() {
        return folder.resolve(lookup.text("PARTYLINE_DATA", "data")).normalize();
    }

    Cast cast() {
        return lookup.find("PARTYLINE_CAST")
                .map(file -> CastFile.read(folder.resolve(file)))
                .orElseGet(CastFile::builtIn);
    }

    CallerSound callerSound() {
        return new ChainSettings(lookup).callers();
    }

    SoundSettings soundDevices() {
        return new SoundSettings(
                lookup.find("PARTYLINE_SOUND_OUTPUT"),
                lookup.find("PARTYLINE_SOUND_INPUT"),
                rules().channels());
    }

    MediaSettings media() {
        return new MediaSettings(lookup);
    }

    /// What can be played.
    MusicSettings music() {
        return new MusicSettings(lookup, folder);
    }

    StreamPlan stream() {
        return new StreamPlan(lookup, folder, showName());
    }
}
