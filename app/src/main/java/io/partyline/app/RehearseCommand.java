package io.partyline.app;

import io.partyline.audio.Frames;
import io.partyline.carrier.Carrier;
import io.partyline.carrier.plan.Account;
import io.partyline.carrier.plan.CarrierPlan;
import io.partyline.carrier.plan.PhoneNumber;
import io.partyline.carrier.plan.Tunnel;
import io.partyline.http.Setup;
import io.partyline.port.Console;
import io.partyline.port.SpeechSynthesizer;
import io.partyline.rehearsal.Desktop;
import io.partyline.rehearsal.Director;
import io.partyline.rehearsal.HandSeat;
import io.partyline.rehearsal.Improvisation;
import io.partyline.rehearsal.KnownVoices;
import io.partyline.rehearsal.MadeUpSounds;
import io.partyline.rehearsal.Script;
import io.partyline.rehearsal.SpokenMicrophone;
import io.partyline.rehearsal.Troupe;
import io.partyline.tts.EmbeddedVoice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// `partyline rehearse`: a whole show with made-up callers and made-up models, over the real phone
/// protocol on loopback and with the real dashboard.
///
/// @param speed how much faster than life greetings and hold music pass
record RehearseCommand(Path folder, Map<String, String> environment, double speed) {
    private static final Arguments.Known OPTIONS =
            new Arguments.Known(List.of("auto"), List.of("seed", "script"));

    /// A rehearsal should not stand among the host's real shows, unless they say where it should.
    private static final Map<String, String> DEFAULTS = Map.of("PARTYLINE_DATA", "data/rehearsal");

    /// Callers who have a script know what to answer a screener; the others do not.
    private static final Map<String, String> BY_SCRIPT =
            Map.of("PARTYLINE_DATA", "data/rehearsal", "PARTYLINE_SCREENING", "talk");

    private static final String PUBLIC = "https://show.example";
    private static final String NUMBER = "+15550100";
    private static final Account ACCOUNT =
            new Account("AC00000000000000000000000000000001", "a-made-up-token");

    RehearseCommand(Path folder, Map<String, String> environment) {
        this(folder, environment, 1);
    }

    int run(List<String> line) {
        Arguments arguments = Arguments.read(line, OPTIONS).withoutWords();
        Script script =
                arguments
                        .option("script")
                        .map(file -> ScriptFile.read(folder.resolve(file)))
                        .orElseGet(ScriptFile::builtIn);
        long seed = seed(arguments);
        int phonePort = freePort();
        try (var carrier = new Carrier(plan(phonePort, seed))) {
            Settings settings = settings(arguments, carrier, phonePort);
            return arguments.has("auto")
                    ? play(script, carrier, settings, seed)
                    : improvise(script, carrier, settings, seed);
        }
    }

    private static long seed(Arguments arguments) {
        String seed = arguments.option("seed").orElse("1");
        try {
            return Long.parseLong(seed);
        } catch (NumberFormatException _) {
            throw new UsageException(
                    "--seed is \"%s\", but should be a whole number.".formatted(seed));
        }
    }

    private CarrierPlan plan(int phonePort, long seed) {
        return CarrierPlan.of(
                        ACCOUNT, PhoneNumber.of(NUMBER, PUBLIC), Tunnel.between(PUBLIC, phonePort))
                .seed(seed)
                .speed(speed);
    }

    /// The rehearsal's own telephone stands in place of whatever is set up; the rest is the host's.
    private Settings settings(Arguments arguments, Carrier carrier, int phonePort) {
        Map<String, String> own = new LinkedHashMap<>();
        own.put("TWILIO_ACCOUNT_SID", ACCOUNT.sid());
        own.put("TWILIO_AUTH_TOKEN", ACCOUNT.authToken());
        own.put("TWILIO_PHONE_NUMBER", NUMBER);
        own.put("TWILIO_WEBHOOK_BASE_URL", PUBLIC);
        own.put("TWILIO_API_BASE_URL", carrier.apiBaseUrl().toString());
        own.put("PARTYLINE_PHONE_PORT", Integer.toString(phonePort));
        own.put("PARTYLINE_PHONE_OPEN", "true");
        Map<String, String> defaults = arguments.has("auto") ? BY_SCRIPT : DEFAULTS;
        Lookup lookup =
                Places.read(defaults, folder, environment, arguments.settings())
                        .with(new Lookup.Place(Setup.From.REHEARSAL, own));
        return new Settings(lookup, folder).checked();
    }

    private int play(Script script, Carrier carrier, Settings settings, long seed) {
        var cast = Rehearsed.with(script, carrier, settings, seed);
        System.out.printf("The dashboard is at %s%n", door(cast.show()));
        System.out.println("The show plays by itself. Stop with Ctrl-C.");
        var printer = AsRunPrinter.start(cast.show().studio(), RehearseCommand::tell);
        var signal = Ending.onSignal(() -> close(cast, printer, settings));
        List<String> shown;
        try (var desktop = new Desktop(door(cast.show()))) {
            shown = new Director(cast.show().studio(), cast.troupe(), desktop).play(script);
        } catch (IllegalStateException failed) {
            signal.cancel();
            System.err.println("The rehearsal failed: " + failed.getMessage());
            printer.close();
            cast.close();
            return 1;
        }
        signal.cancel();
        close(cast, printer, settings);
        if (!shown.isEmpty()) {
            System.out.println("The rehearsal has shown:");
            shown.forEach(line -> System.out.println("  " + line));
        }
        return 0;
    }

    private int improvise(Script script, Carrier carrier, Settings settings, long seed) {
        var cast = Rehearsed.with(script, carrier, settings, seed);
        System.out.printf("The dashboard is at %s%n", door(cast.show()));
        System.out.println(
                "Made-up callers are dialling in. Take them, and type to them. Stop with Ctrl-C.");
        var printer = AsRunPrinter.start(cast.show().studio(), RehearseCommand::tell);
        var callers = new Improvisation(cast.show().studio(), cast.troupe());
        callers.start(script);
        Ending.await(() -> {
            callers.close();
            close(cast, printer, settings);
        });
        return 0;
    }

    private static void close(Rehearsed cast, AsRunPrinter printer, Settings settings) {
        cast.close();
        printer.printRest();
        printer.close();
        LeftFiles.print(settings.data(), cast.show().studio().show().id(), System.out);
    }

    /// A show with everybody in it who is made up.
    private record Rehearsed(RunningShow show, Troupe troupe, BorrowedBook book) {
        static Rehearsed with(Script script, Carrier carrier, Settings settings, long seed) {
            BorrowedBook book = BorrowedBook.with(settings.data(), script.regulars());
            try {
                return with(script, carrier, settings, seed, book);
            } catch (RuntimeException failed) {
                book.giveBack();
                throw failed;
            }
        }

        private static Rehearsed with(
                Script script, Carrier carrier, Settings settings, long seed, BorrowedBook book) {
            SpeechSynthesizer voice = new EmbeddedVoice();
            var microphone = new SpokenMicrophone();
            KnownVoices recogniser = recogniser(voice);
            var troupe = new Troupe(script, carrier, voice, recogniser, microphone);
            var show =
                    RunningShow.open(
                            new RunningShow.Parts(
                                    settings,
                                    settings.telephone(),
                                    new HandSeat(microphone),
                                    Console.none(),
                                    recogniser,
                                    script.model(),
                                    voice,
                                    settings.media().purse(),
                                    new Random(seed),
                                    settings.music()
                                            .shelvesOr(
                                                    MadeUpSounds.music(), MadeUpSounds.effects())));
            return new Rehearsed(show, troupe, book);
        }

        /// Ends the show, and leaves nobody in the book who was made up.
        void close() {
            show.close();
            book.giveBack();
        }
    }

    /// Knows by which words it is tried at the desk; the script's lines come to it as they are
    /// spoken.
    static KnownVoices recogniser(SpeechSynthesizer voice) {
        var recogniser = new KnownVoices();
        recogniser.learn(Rehearing.WORDS, Rehearing.spoken(voice), Frames.RATE);
        return recogniser;
    }

    private static void tell(String line) {
        System.out.println(line);
    }

    private static URI door(RunningShow show) {
        return URI.create("http://127.0.0.1:" + show.doors().studioPort());
    }

    /// The carrier has to know the phone door's port before the door is opened, so a free one is
    /// looked for first.
    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no port is free", e);
        }
    }
}
