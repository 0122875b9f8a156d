package io.partyline.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A house with a few parts that are tried as the test has scripted it.
final class ScriptedSetup implements Setup {
    static final String TROUBLE = "There is no microphone: plug one in.";

    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final List<String> tried = new ArrayList<>();
    private Optional<String> refusal = Optional.empty();
    private Optional<String> trying = Optional.empty();
    private Optional<CountDownLatch> lasting = Optional.empty();
    private State state = State.FINE;
    private String sentence = "It works.";

    private static Setting setting(
            String name, Optional<String> value, boolean given, From from, boolean changes) {
        boolean secret = name.endsWith("_API_KEY");
        return new Setting(
                name,
                value,
                secret,
                given,
                from,
                "auto",
                "What " + name + " is for, in a sentence that takes a line or two of the page.",
                changes);
    }

    @Override
    public List<Part> parts() {
        return List.of(
                new Part(
                        "sound",
                        true,
                        List.of(
                                setting(
                                        "PARTYLINE_SOUND_OUTPUT",
                                        Optional.of("The \u202Eeht eht\u202C loopback of the desk"),
                                        true,
                                        From.DOT_ENV,
                                        false)),
                        List.of()),
                new Part(
                        "channels",
                        true,
                        List.of(),
                        List.of(
                                new Choice("1", "1", "host"),
                                new Choice("2", "2", "ai"),
                                new Choice("3", "3", "callers"))),
                new Part(
                        "mind",
                        true,
                        List.of(
                                setting(
                                        "PARTYLINE_LLM_BASE_URL",
                                        Optional.of("https://owl.example/v1/" + "owl".repeat(60)),
                                        true,
                                        From.ENVIRONMENT,
                                        false),
                                setting(
                                        "PARTYLINE_LLM_API_KEY",
                                        Optional.empty(),
                                        true,
                                        From.ENVIRONMENT,
                                        false),
                                setting(
                                        "PARTYLINE_AI_EAGERNESS",
                                        Optional.empty(),
                                        false,
                                        From.DEFAULT,
                                        true)),
                        List.of()),
                new Part(
                        "voices",
                        true,
                        List.of(
                                setting(
                                        "PARTYLINE_TTS_API_KEY",
                                        Optional.empty(),
                                        false,
                                        From.DEFAULT,
                                        false)),
                        List.of(
                                new Choice("1", "Tony", "low"),
                                new Choice("2", "N".repeat(90), "bright"))),
                new Part(
                        "phone",
                        true,
                        List.of(
                                setting(
                                        "PARTYLINE_PHONE_OPEN",
                                        Optional.of("true"),
                                        true,
                                        From.YAML,
                                        true)),
                        List.of()),
                new Part(
                        "stream",
                        true,
                        List.of(
                                setting(
                                        "PARTYLINE_STREAM_DELAY",
                                        Optional.of("7s"),
                                        true,
                                        From.COMMAND_LINE,
                                        true)),
                        List.of()),
                new Part(
                        "desk",
                        false,
                        List.of(
                                setting(
                                        "PARTYLINE_SHOW_NAME",
                                        Optional.of("Night Owls"),
                                        true,
                                        From.ENVIRONMENT,
                                        false)),
                        List.of()));
    }

    @Override
    public synchronized Optional<String> trying() {
        return trying;
    }

    /// What is tried turns out like this.
    synchronized void turnsOut(State how, String said) {
        state = how;
        sentence = said;
    }

    /// Nothing may be tried, for this reason.
    synchronized void refuse(String why) {
        refusal = Optional.of(why);
    }

    /// What is tried lasts until it is stopped.
    synchronized void last() {
        lasting = Optional.of(new CountDownLatch(1));
    }

    /// What has been tried, with its choice behind a slash.
    synchronized List<String> tried() {
        return List.copyOf(tried);
    }

    /// The same, once it is at least so much.
    synchronized List<String> awaitTried(int count) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        try {
            while (tried.size() < count) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    throw new AssertionError("only this has been tried: " + tried);
                }
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
        return tried();
    }

    @Override
    public Outcome attempt(String part, Optional<String> choice) {
        Optional<CountDownLatch> until;
        synchronized (this) {
            if (parts().stream().noneMatch(one -> one.part().equals(part) && one.tries())) {
                return new Outcome.Unknown("There is no such part to try.");
            }
            if (refusal.isPresent()) {
                return new Outcome.Refused(refusal.get());
            }
            tried.add(choice.map(one -> part + "/" + one).orElse(part));
            notifyAll();
            trying = Optional.of(part);
            until = lasting;
        }
        until.ifPresent(ScriptedSetup::await);
        synchronized (this) {
            trying = Optional.empty();
            return until.isPresent()
                    ? new Outcome.Tried(part, State.STOPPED, "Stopped.", Duration.ofMillis(40))
                    : new Outcome.Tried(part, state, sentence, Duration.ofMillis(1_234));
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void stop() {
        lasting.ifPresent(CountDownLatch::countDown);
    }
}
