package io.partyline.whisper;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Fetches one model, piece by piece into a file beside its place, where it is put when its
/// checksum is right.
///
/// A connection that breaks is opened again as long as each brings something; a server that says
/// nothing for half a minute has broken it. For one thread.
final class Download {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofSeconds(30);

    /// So often a connection that brought nothing is opened again.
    private static final int TRIES = 3;

    /// What must stay free on the disk when the model is there: the show records on it.
    private static final long SPARE_BYTES = 256L << 20;

    private static final int PIECE = 1 << 16;
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int BEYOND = 416;
    private static final int MISSING = 404;

    /// How every whisper model in ggml form begins.
    private static final ByteBuffer MAGIC = ByteBuffer.wrap(new byte[] {'l', 'm', 'g', 'g'});

    private final ModelCard card;
    private final Path part;
    private final Path whole;
    private final URI address;
    private final Duration silence;

    Download(URI base, ModelCard card, Path folder) {
        this(base, card, folder, SILENCE);
    }

    Download(URI base, ModelCard card, Path folder, Duration silence) {
        this.card = card;
        this.silence = silence;
        part = part(folder, card);
        whole = folder.resolve(card.file());
        address = URI.create(base + "/" + card.file());
    }

    static Path part(Path folder, ModelCard card) {
        return folder.resolve(card.file() + ".part");
    }

    /// @throws IOException if the disk does not take it
    void run(ModelStore.Progress progress) throws IOException {
        try (var http =
                        HttpClient.newBuilder()
                                .version(HttpClient.Version.HTTP_1_1)
                                .connectTimeout(CONNECT_LIMIT)
                                .followRedirects(HttpClient.Redirect.NORMAL)
                                .build();
                var file =
                        FileChannel.open(
                                part,
                                StandardOpenOption.CREATE,
                                StandardOpenOption.READ,
                                StandardOpenOption.WRITE)) {
            try (var _ = alone(file)) {
                startAfreshIfTooLong(file);
                checkRoom(file.size());
                fetchAll(http, file, progress);
            } finally {
                http.shutdownNow();
            }
        }
        putInPlace();
    }

    private FileLock alone(FileChannel file) throws IOException {
        try {
            FileLock lock = file.tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException _) {
            // Falls through to the sentence below, which is the same for our program and others.
        }
        throw new ModelException("The model %s is being fetched already.".formatted(card.name()));
    }

    /// What is longer than the model is not a part of it.
    private void startAfreshIfTooLong(FileChannel file) throws IOException {
        if (file.size() > card.bytes()) {
            file.truncate(0);
        }
    }

    private void checkRoom(long present) throws IOException {
        long free = Files.getFileStore(part).getUsableSpace();
        long needed = card.bytes() - present + SPARE_BYTES;
        if (free < needed) {
            throw new ModelException(
                    "There is not enough room for the model %s: it needs %d MB more on the disk of %s."
                            .formatted(card.name(), ((needed - free) >> 20) + 1, part.getParent()));
        }
    }

    private void fetchAll(HttpClient http, FileChannel file, ModelStore.Progress progress)
            throws IOException {
        int left = TRIES;
        while (file.size() < card.bytes()) {
            long before = file.size();
            @Nullable IOException broken = fetchSome(http, file, progress);
            left = file.size() > before ? TRIES : left - 1;
            if (left == 0) {
                throw new ModelException(brokeOff(file.size(), broken), broken);
            }
        }
        if (file.size() > card.bytes()) {
            throw refused("sends more than the model is long");
        }
    }

    /// One connection, for as long as it lasts.
    ///
    /// @return how it broke; null if it came to its end
    private @Nullable IOException fetchSome(
            HttpClient http, FileChannel file, ModelStore.Progress progress) throws IOException {
        long from = file.size();
        HttpResponse<InputStream> response;
        try {
            response = http.send(request(from), BodyHandlers.ofInputStream());
        } catch (IOException broken) {
            return broken;
        } catch (InterruptedException interrupted) {
            throw stopped(interrupted);
        }
        try (InputStream in = response.body()) {
            file.position(start(response, from));
            file.truncate(file.position());
            return save(in, file, progress);
        }
    }

    private HttpRequest request(long from) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(silence);
        if (from > 0) {
            request.header("Range", "bytes=%d-".formatted(from));
        }
        return request.build();
    }

    /// Where in the file the answer belongs.
    private long start(HttpResponse<?> response, long from) {
        long length = response.headers().firstValueAsLong("Content-Length").orElse(-1);
        refuseWebPages(response);
        return switch (response.statusCode()) {
            case OK -> begin(0, length);
            case PARTIAL -> begin(beginning(response, from), length);
            case BEYOND -> throw refused("has another file of that name");
            case MISSING -> throw refused("does not have it");
            default -> throw refused("refuses it (error %d)".formatted(response.statusCode()));
        };
    }

    private void refuseWebPages(HttpResponse<?> response) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        if (response.statusCode() / 100 == OK / 100 && type.startsWith("text/")) {
            throw refused(
                    "answers with a web page instead of the model: perhaps this network wants you to sign in first");
        }
    }

    private long begin(long from, long length) {
        if (length >= 0 && from + length != card.bytes()) {
            throw refused(
                    "has a file of %d bytes, and the model has %d"
                            .formatted(from + length, card.bytes()));
        }
        return from;
    }

    private long beginning(HttpResponse<?> response, long asked) {
        String range = response.headers().firstValue("Content-Range").orElse("");
        if (!range.startsWith("bytes %d-".formatted(asked))) {
            throw refused("sends another part than it was asked for");
        }
        return asked;
    }

    private @Nullable IOException save(
            InputStream in, FileChannel file, ModelStore.Progress progress) throws IOException {
        var arrived = new AtomicLong();
        var done = new CountDownLatch(1);
        Thread.ofVirtual().name("model-watch").start(() -> watch(in, arrived, done));
        var piece = new byte[PIECE];
        try {
            while (file.position() <= card.bytes()) {
                int count;
                try {
                    count = in.read(piece);
                } catch (IOException broken) {
                    return broken;
                }
                if (count < 0) {
                    return null;
                }
                arrived.addAndGet(count);
                write(piece, count, file);
                progress.at(Math.min(file.position(), card.bytes()), card.bytes());
            }
            return null;
        } finally {
            done.countDown();
        }
    }

    private void write(byte[] piece, int count, FileChannel file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(piece, 0, count);
        if (file.position() == 0
                && count >= MAGIC.capacity()
                && !bytes.slice(0, MAGIC.capacity()).equals(MAGIC)) {
            throw refused("sends something that is not a whisper model");
        }
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }

    /// Ends a connection on which nothing comes.
    private void watch(InputStream in, AtomicLong arrived, CountDownLatch done) {
        try {
            long before = -1;
            while (!done.await(silence.toMillis(), TimeUnit.MILLISECONDS)) {
                if (arrived.get() == before) {
                    in.close();
                    return;
                }
                before = arrived.get();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (IOException closed) {
            // It is broken all the same, and whoever reads is told so.
        }
    }

    private void putInPlace() throws IOException {
        if (!Checksum.of(part).equals(card.sha256())) {
            Files.deleteIfExists(part);
            throw refused(
                    "sends another model than the one that was published: its checksum is wrong");
        }
        Files.move(
                part, whole, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private String brokeOff(long bytes, @Nullable IOException how) {
        String why =
                switch (how) {
                    case null -> "breaks off";
                    case HttpTimeoutException _ -> "does not answer";
                    case ConnectException _ -> "cannot be reached: is this computer online?";
                    case SSLException _ -> "has no certificate that this computer trusts";
                    default -> "breaks off";
                };
        return "The model %s could not be fetched: %s %s. %d %% of it are here; the same command goes on from there."
                .formatted(
                        card.name(),
                        address.getAuthority(),
                        why,
                        100 * bytes / Math.max(1, card.bytes()));
    }

    private ModelException refused(String what) {
        return new ModelException(
                "The model %s could not be fetched: %s %s."
                        .formatted(card.name(), address.getAuthority(), what));
    }

    private ModelException stopped(InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return new ModelException(
                "Fetching the model %s was stopped; the same command goes on from there."
                        .formatted(card.name()),
                interrupted);
    }
}
