package io.partyline.carrier;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.partyline.carrier.call.PhoneCall;
import io.partyline.carrier.plan.Account;
import io.partyline.carrier.plan.CarrierPlan;
import io.partyline.carrier.plan.PhoneNumber;
import io.partyline.carrier.plan.Tunnel;
import io.partyline.carrier.sound.Wav;
import io.partyline.carrier.stream.MediaLeg;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// A telephone company at the keyboard: a person dials the show, talks to it and hangs up, one line
/// at a time, with the show running beside it.
///
/// Takes the show's own settings from the environment (`TWILIO_ACCOUNT_SID`, `TWILIO_AUTH_TOKEN`,
/// `TWILIO_PHONE_NUMBER`, `TWILIO_WEBHOOK_BASE_URL`), and two ports as arguments: the show's phone
/// door (8000), and where the REST API is to listen (8010). The show is started with
/// `TWILIO_API_BASE_URL=http://127.0.0.1:8010`.
public final class CarrierConsole {
    private static final String HELP =
            """
            dial [number]        somebody calls the show
            calls                who is on the line, and how
            say <n> <file.wav>   caller n says this (8 kHz mono WAV)
            tell <n> <words>     caller n says this when a document gathers speech
            press <n> <keys>     caller n presses keys
            hear <n> <file.wav>  keep what caller n has heard
            hang-up <n>          caller n hangs up
            cut <n>              caller n's connection breaks
            down, up             the tunnel breaks, and comes back
            quit                 everybody hangs up
            """;

    private final Carrier carrier;
    private final Tunnel tunnel;
    private final PrintStream out;

    CarrierConsole(Carrier carrier, Tunnel tunnel, PrintStream out) {
        this.carrier = carrier;
        this.tunnel = tunnel;
        this.out = out;
    }

    /// Starts the carrier, and obeys until `quit` or the end of the input.
    ///
    /// Ends with status 2 and a sentence if a setting is missing or wrong.
    public static void main(String[] ports) throws IOException {
        try {
            open(ports);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private static void open(String[] ports) throws IOException {
        Tunnel tunnel = Tunnel.between(setting("TWILIO_WEBHOOK_BASE_URL"), port(ports, 0, 8000));
        CarrierPlan plan =
                CarrierPlan.of(account(), number(), tunnel).apiPort(port(ports, 1, 8010));
        try (Carrier carrier = new Carrier(plan);
                var lines = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
            System.out.println("The carrier's REST API is at " + carrier.apiBaseUrl());
            new CarrierConsole(carrier, tunnel, System.out).obey(lines);
        }
    }

    private static Account account() {
        return new Account(setting("TWILIO_ACCOUNT_SID"), setting("TWILIO_AUTH_TOKEN"));
    }

    private static PhoneNumber number() {
        return PhoneNumber.of(setting("TWILIO_PHONE_NUMBER"), setting("TWILIO_WEBHOOK_BASE_URL"));
    }

    private static String setting(String name) {
        String value = System.getenv().getOrDefault(name, "");
        if (value.isBlank()) {
            throw new IllegalArgumentException(
                    "Please set " + name + ", to the same value as the show has.");
        }
        return value;
    }

    private static int port(String[] ports, int index, int otherwise) {
        return index < ports.length ? number(ports[index], "A port") : otherwise;
    }

    private static int number(String text, String what) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(what + " is a number, not \"" + text + "\".", e);
        }
    }

    void obey(BufferedReader lines) throws IOException {
        out.print(HELP);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.strip().equals("quit")) {
                return;
            }
            obey(line.strip());
        }
    }

    private void obey(String line) {
        try {
            command(line.split("\\s+", 3));
        } catch (IllegalArgumentException e) {
            out.println("That did not work: " + e.getMessage());
        } catch (IOException e) {
            out.println("That file could not be used: " + e);
        }
    }

    private void command(String[] words) throws IOException {
        switch (words[0]) {
            case "dial" -> dial(words.length > 1 ? words[1] : "+15550123");
            case "calls" -> carrier.calls().forEach(this::show);
            case "say" -> leg(words).say(Wav.mulaw(Files.readAllBytes(file(words))));
            case "tell" -> call(words).says(third(words), 0.9);
            case "press" -> call(words).presses(third(words));
            case "hear" -> Files.write(file(words), Wav.of(leg(words).heard().mulaw()));
            case "hang-up" -> call(words).hangUp();
            case "cut" -> leg(words).cutWithReset();
            case "down" -> tunnel.goDown();
            case "up" -> tunnel.comeUp();
            default -> out.print(HELP);
        }
    }

    private void dial(String from) {
        carrier.dial(from);
        out.println("Caller " + carrier.calls().size() + " dials.");
    }

    private void show(PhoneCall call) {
        String why = call.ending().map(ending -> ", " + ending).orElse("");
        int number = carrier.calls().indexOf(call) + 1;
        out.println(number + "  " + call.from() + "  " + call.phase() + why);
    }

    private static String third(String[] words) {
        if (words.length < 3) {
            throw new IllegalArgumentException("Something is missing after the caller's number.");
        }
        return words[2];
    }

    private static Path file(String[] words) {
        return Path.of(third(words));
    }

    private PhoneCall call(String[] words) {
        int number = words.length < 2 ? 0 : number(words[1], "A caller");
        if (number < 1 || number > carrier.calls().size()) {
            throw new IllegalArgumentException("Which caller? Say \"calls\" to see their numbers.");
        }
        return carrier.calls().get(number - 1);
    }

    private MediaLeg leg(String[] words) {
        PhoneCall call = call(words);
        if (call.legs().isEmpty()) {
            throw new IllegalArgumentException("Caller " + words[1] + " has no media stream.");
        }
        return call.legs().getLast();
    }
}
