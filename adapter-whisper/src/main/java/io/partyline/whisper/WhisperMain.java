package io.partyline.whisper;

import io.github.givimad.whisperjni.WhisperContext;
import io.github.givimad.whisperjni.WhisperFullParams;
import io.github.givimad.whisperjni.WhisperJNI;
import io.github.givimad.whisperjni.WhisperSamplingStrategy;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The child process: loads a model and recognises one clip after the other, as asked over a
/// loopback connection.
///
/// Started with the port to connect to, the number of threads, the model, and perhaps a smaller
/// one. The first line of its standard input is the word by which it is known; after that, the end
/// of that input is the end of whoever started it, however that came, and so its own.
public final class WhisperMain {
    /// Answers: the model is there, or not; what was said; the clip was refused.
    static final byte READY = 1;

    static final byte UNREADABLE = 2;
    static final byte SAID = 3;
    static final byte REFUSED = 4;

    private final WhisperJNI whisper = new WhisperJNI();
    private final WhisperContext model;
    private final String smallerFile;
    private final int threads;
    private WhisperContext smaller;
    private boolean smallerTried;

    private WhisperMain(WhisperContext model, String smallerFile, int threads) {
        this.model = model;
        this.smallerFile = smallerFile;
        smaller = model;
        this.threads = threads;
    }

    /// Hears until whoever started it is gone.
    ///
    /// @param args port, threads, model, and perhaps a smaller model
    public static void main(String[] args) throws IOException {
        String word = firstLine(System.in);
        Thread.ofPlatform().daemon().name("lifeline").start(() -> endWith(System.in));
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0]));
                var out = new DataOutputStream(socket.getOutputStream());
                var in = new DataInputStream(new BufferedInputStream(socket.getInputStream()))) {
            out.writeUTF(word);
            WhisperJNI.loadLibrary();
            WhisperJNI.setLibraryLogger(null);
            WhisperContext model = load(args[2]);
            out.writeByte(model == null ? UNREADABLE : READY);
            if (model != null) {
                String smaller = args.length > 3 ? args[3] : "";
                new WhisperMain(model, smaller, Integer.parseInt(args[1])).serve(in, out);
            }
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }

    /// @return nothing if the file is broken
    private static @Nullable WhisperContext load(String file) throws IOException {
        var path = Path.of(file);
        return ModelLayout.isWhole(path) ? new WhisperJNI().init(path) : null;
    }

    private static String firstLine(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.append((char) next);
        }
        return line.toString();
    }

    /// The model's native code cannot be interrupted, so the process is ended instead.
    private static void endWith(InputStream lifeline) {
        try {
            while (lifeline.read() >= 0) {
                // Nothing is ever said on it.
            }
        } catch (IOException broken) {
            // As good as its end.
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }

    private void serve(DataInputStream in, DataOutputStream out) throws IOException {
        while (true) {
            Question question;
            try {
                question = Question.read(in);
            } catch (EOFException nobody) {
                return;
            }
            answer(question, out);
        }
    }

    private void answer(Question question, DataOutputStream out) throws IOException {
        WhisperContext context = question.smaller() ? smaller() : model;
        float[] sound = question.sound();
        int code = whisper.full(context, params(question, threads), sound, sound.length);
        byte[] said = code == 0 ? text(context) : new byte[0];
        out.writeByte(code == 0 ? SAID : REFUSED);
        out.writeInt(said.length);
        out.write(said);
        out.flush();
    }

    /// Loaded at the first need; the other one, if there is none.
    private WhisperContext smaller() throws IOException {
        if (!smallerTried && !smallerFile.isEmpty()) {
            smallerTried = true;
            WhisperContext loaded = load(smallerFile);
            smaller = loaded == null ? model : loaded;
        }
        return smaller;
    }

    private byte[] text(WhisperContext context) {
        var text = new StringBuilder();
        for (int i = 0; i < whisper.fullNSegments(context); i++) {
            text.append(whisper.fullGetSegmentText(context, i));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// Greedy, once, without what was said before: live, there is no time for a second thought, and
    /// a wrong sentence must not make the next one wrong.
    static WhisperFullParams params(Question question, int threads) {
        var params = new WhisperFullParams(WhisperSamplingStrategy.GREEDY);
        params.nThreads = threads;
        params.audioCtx = question.window();
        params.noContext = true;
        params.singleSegment = true;
        params.noTimestamps = true;
        params.temperature = 0;
        params.temperatureInc = 0;
        params.suppressNonSpeechTokens = true;
        params.printProgress = false;
        params.printTimestamps = false;
        params.printRealtime = false;
        params.printSpecial = false;
        if (question.language().equals("auto")) {
            params.detectLanguage = false;
            params.language = "auto";
        } else {
            params.language = question.language();
        }
        if (!question.prompt().isEmpty()) {
            params.initialPrompt = question.prompt();
        }
        return params;
    }
}
