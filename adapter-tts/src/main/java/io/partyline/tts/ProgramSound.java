package io.partyline.tts;

import io.partyline.port.SpeechException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/// A text, spoken by a program of its own, which is ended with all that it has started when nobody
/// listens any more.
///
/// Three threads look after the program's three pipes, so that none of them can hold up another.
final class ProgramSound implements ByteSource {
    private static final int PIECE = 4_096;
    private static final String THREAD = "voice-program";

    private final String program;
    private final Process process;
    private final Optional<Path> file;
    private final LastWords lastWords = new LastWords();
    private final Semaphore room = new Semaphore(Inflow.ROOM);
    private final Inflow inflow = new Inflow(room::release);
    private final Waiting waiting;
    private final int rate;
    private final Runnable speaking;
    private volatile boolean closed;

    // The reader's own.
    private boolean told;

    /// Starts the program.
    ///
    /// @param speaking told once, when the first sound has come
    /// @throws SpeechException if it cannot be started
    ProgramSound(
            CommandTemplate template,
            Speaker speaker,
            String text,
            Patience patience,
            Runnable speaking) {
        this.program = template.program();
        this.rate = template.rate();
        this.waiting = new Waiting(patience);
        this.speaking = speaking;
        this.file = template.soundByFile() ? Optional.of(temporary()) : Optional.empty();
        var command = template.filled(speaker.id(), text, file.map(Path::toString).orElse(""));
        this.process = started(command);
        look(() -> lastWords.read(process.getErrorStream()));
        look(() -> tell(template.textByWord() ? "" : text));
        look(this::listen);
    }

    private static void look(Runnable after) {
        Thread.ofVirtual().name(THREAD).start(after);
    }

    private Path temporary() {
        try {
            return Files.createTempFile("partyline-voice", ".wav");
        } catch (IOException e) {
            throw new SpeechException("There is no place for the sound of " + program + ".", e);
        }
    }

    /// Our settings hold keys, which are none of its business.
    private Process started(List<String> command) {
        var builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("PARTYLINE_"));
        try {
            return builder.start();
        } catch (IOException e) {
            remove();
            throw new SpeechException(
                    "The program %s cannot be started: is it installed?".formatted(program), e);
        }
    }

    /// A program that does not want to hear the text to its end says so in another way.
    private void tell(String text) {
        try (OutputStream to = process.getOutputStream()) {
            to.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException gone) {
            lastWords.instead("it did not listen to its end");
        }
    }

    private void listen() {
        try {
            if (file.isEmpty()) {
                bring(process.getInputStream());
            }
            int code = process.waitFor();
            if (code == 0 && file.isPresent()) {
                try (InputStream sound = Files.newInputStream(file.get())) {
                    bring(sound);
                }
            }
            inflow.add(code == 0 ? new Arrival.End() : new Arrival.Broken(failed(code)));
        } catch (IOException e) {
            inflow.add(new Arrival.Broken(who() + " broke off."));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            remove();
        }
    }

    private void bring(InputStream sound) throws IOException, InterruptedException {
        var piece = new byte[PIECE];
        for (int count = sound.read(piece); count >= 0 && !closed; count = sound.read(piece)) {
            room.acquire();
            inflow.add(new Arrival.Bytes(Arrays.copyOf(piece, count)));
        }
    }

    private void remove() {
        file.ifPresent(path -> {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                // The system empties this folder; whoever hears of it can do no more.
                path.toFile().deleteOnExit();
            }
        });
    }

    private String failed(int code) {
        String words = lastWords.words();
        return "%s ended with an error (%d)%s."
                .formatted(who(), code, words.isEmpty() ? "" : ": " + words);
    }

    @Override
    public Optional<byte[]> next() {
        if (closed) {
            return Optional.empty();
        }
        var arrival =
                waiting.on(inflow)
                        .orElseGet(() -> new Arrival.Broken(who() + " " + waiting.late()));
        return switch (arrival) {
            case Arrival.Bytes sound -> {
                tell();
                yield Optional.of(sound.bytes());
            }
            case Arrival.End _ -> Optional.empty();
            case Arrival.Broken(var sentence) -> {
                close();
                throw new SpeechException(sentence);
            }
        };
    }

    private void tell() {
        if (!told) {
            told = true;
            speaking.run();
        }
    }

    @Override
    public int rawRate() {
        return rate;
    }

    @Override
    public String who() {
        return "The program " + program;
    }

    /// Wakes the reader first, since ending a family of programs takes a moment.
    @Override
    public void close() {
        closed = true;
        inflow.add(new Arrival.End());
        room.release();
        if (process.isAlive()) {
            var family = process.descendants().toList();
            process.destroyForcibly();
            family.forEach(ProcessHandle::destroyForcibly);
        }
    }
}
