package io.partyline.app;

import io.partyline.icecast.IcecastOut;
import io.partyline.javasound.SoundDevices;
import io.partyline.javasound.SoundSettings;
import io.partyline.port.TelephonyException;
import io.partyline.port.Transcriber;
import io.partyline.spend.Expenses;
import io.partyline.tts.EmbeddedVoice;
import io.partyline.twilio.NumberDesk;
import io.partyline.twilio.TwilioSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Whether everything is there for a show, tried out and not only looked up: the carrier, the model
/// and the stream server are asked, the voice speaks, the public address is visited.
///
/// @param devices the sound devices of the computer
/// @param path folders in which programs are looked for
record Readiness(Settings settings, SoundDevices devices, String path) {
    private static final int TRIED_BYTES = 64 * 1024;
    private static final long HOUR_OF_STEMS = 6L * 48_000 * 3 * 3_600;

    List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        findings.add(names());
        findings.add(soundCard());
        findings.add(model());
        findings.add(voice());
        findings.add(transcription());
        findings.addAll(new SoundFolders(settings.music()).findings());
        findings.add(carrier());
        settings.telephone()
                .ifPresent(phone -> {
                    findings.add(net(phone));
                    findings.add(publicAddress(phone));
                });
        findings.add(stream());
        findings.add(disk());
        return List.copyOf(findings);
    }

    private static Finding names() {
        return Finding.ok("settings", "They make sense.");
    }

    Finding soundCard() {
        SoundSettings wanted = settings.soundDevices();
        var sound = new SoundCards(settings, devices);
        if (sound.usesBrowser()) {
            return Finding.ok(
                    "sound card", "The host sits in the browser, at the dashboard." + list());
        }
        if (!sound.usesDevices()) {
            return Finding.off(
                    "sound card",
                    "The computer's clock: the show runs without microphone and headphones."
                            + list());
        }
        Optional<String> trouble =
                missing(
                                "output",
                                "PARTYLINE_SOUND_OUTPUT",
                                wanted.output(),
                                devices.outputName(wanted.output()))
                        .or(() ->
                                missing(
                                        "microphone",
                                        "PARTYLINE_SOUND_INPUT",
                                        wanted.input(),
                                        devices.inputName(wanted.input())));
        return trouble.map(what -> Finding.no("sound card", what + list()))
                .orElseGet(() -> Finding.ok("sound card", "Devices are there." + list()));
    }

    private static Optional<String> missing(
            String what, String setting, Optional<String> wanted, Optional<String> found) {
        return found.isPresent()
                ? Optional.empty()
                : Optional.of(
                        wanted.map(name ->
                                        "There is no %s \"%s\": plug it in, or change %s."
                                                .formatted(what, name, setting))
                                .orElse("There is no %s: plug one in.".formatted(what)));
    }

    private String list() {
        return " Outputs: %s. Microphones: %s."
                .formatted(orNone(devices.outputs()), orNone(devices.inputs()));
    }

    private static String orNone(List<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    Finding model() {
        MediaSettings media = settings.media();
        if (LanguageModels.isMadeUp(media)) {
            return Finding.ok("model", "Scripted: every answer is made up.");
        }
        return new Asking(LanguageModels.chosen(media, media.purse())).finding();
    }

    private Finding voice() {
        return Voices.finding(new Voices(settings, path, Expenses.free()).chosen());
    }

    private Finding transcription() {
        try (Transcriber transcriber = new Transcribers(settings, Expenses.free()).chosen()) {
            return new Rehearing(transcriber, new EmbeddedVoice()).finding();
        }
    }

    Finding carrier() {
        return settings.telephone()
                .map(Readiness::carrier)
                .orElseGet(() ->
                        Finding.no(
                                "phone",
                                "Off: set %s."
                                        .formatted(
                                                String.join(
                                                        ", ", settings.missingForTelephone()))));
    }

    private static Finding carrier(TwilioSettings phone) {
        try {
            List<String> wrong = new NumberDesk(phone).differences();
            return wrong.isEmpty()
                    ? Finding.ok(
                            "phone", "The carrier knows the account, and the number leads here.")
                    : Finding.no(
                            "phone",
                            String.join(" ", wrong)
                                    + " Repair it with ./partyline check --repair.");
        } catch (TelephonyException e) {
            return Finding.no("phone", String.valueOf(e.getMessage()));
        }
    }

    /// What catches callers when this program is gone.
    static Finding net(TwilioSettings phone) {
        return phone.net().fallbackUrl().isPresent()
                ? Finding.ok("net", "Callers are caught when this program is gone.")
                : Finding.off("net", WITHOUT_FALLBACK);
    }

    /// In words, for whoever starts a show.
    static final String WITHOUT_FALLBACK =
            "No fallback document: "
                    + NumberDesk.LOST
                    + ". Set PARTYLINE_PHONE_FALLBACK_URL, see"
                    + " docs/how-to/twilio.md.";

    private Finding publicAddress(TwilioSettings phone) {
        return settings.phonePort() == 0
                ? Finding.no(
                        "public address",
                        "A tunnel needs a port that stays: set PARTYLINE_PHONE_PORT to a number.")
                : new PublicAddress(phone.webhookBaseUrl(), settings.phonePort()).look();
    }

    /// Whether the stream server would take the program; nothing is sent.
    Finding stream() {
        return settings.stream().stream()
                .map(stream ->
                        IcecastOut.tried(stream)
                                .map(what -> Finding.no("stream", what))
                                .orElseGet(() ->
                                        Finding.ok(
                                                "stream",
                                                "%s takes the program as %s."
                                                        .formatted(
                                                                stream.url().shown(),
                                                                stream.format().word()))))
                .orElseGet(() -> Finding.off("stream", "None: set PARTYLINE_STREAM_URL."));
    }

    /// Whether the data folder can be written to, and for how long it lasts.
    Finding disk() {
        Path data = settings.data();
        Path there = data;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        double hours = (double) there.toFile().getUsableSpace() / HOUR_OF_STEMS;
        String room = "Room for %.1f hours of recording in %s".formatted(hours, data);
        if (!Files.isWritable(there) || !takes(data)) {
            return Finding.no("disk", "%s cannot be written to.".formatted(there));
        }
        return hours > 1
                ? Finding.ok("disk", room + ".")
                : Finding.no("disk", room + ": make room, or set PARTYLINE_DATA.");
    }

    /// Whether the folder takes a file, if it is there: a full disk says so only then.
    private static boolean takes(Path folder) {
        if (!Files.isDirectory(folder)) {
            return true;
        }
        try {
            Path file = Files.createTempFile(folder, "try-", ".tmp");
            try {
                byte[] written = new byte[TRIED_BYTES];
                Arrays.fill(written, (byte) 1);
                Files.write(file, written, StandardOpenOption.DSYNC);
                return Arrays.equals(written, Files.readAllBytes(file));
            } finally {
                Files.delete(file);
            }
        } catch (IOException _) {
            return false;
        }
    }
}
