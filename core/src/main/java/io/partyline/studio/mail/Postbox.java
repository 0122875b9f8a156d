package io.partyline.studio.mail;

import io.partyline.port.MessageBook;
import io.partyline.port.MessageBook.Message;
import io.partyline.port.MessageBook.Stage;
import io.partyline.port.MessageException;
import io.partyline.port.SoundException;
import io.partyline.port.SoundShelf;
import io.partyline.port.SoundStream;
import io.partyline.port.Voicemail;
import io.partyline.show.CallId;
import io.partyline.show.CallerNumber;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The show's voicemail: every message that is here, and every one that is still expected.
///
/// Whoever is asked to leave a message is written down before they are, so that it is looked for
/// whatever becomes of this program or of the network's word that it is there; and so that nothing
/// is ever fetched, or erased at the network, that was not left for this show.
///
/// Nothing makes room by itself: when it is full nobody is asked for a message any more, and the
/// host is told. Safe for use by many threads.
public final class Postbox implements Voicemail {
    /// The most messages, with those that are expected: 200 of two minutes are 400 MB.
    public static final int MOST = 200;

    /// For how long the host is told of a message that is missing.
    static final Duration TOLD = Duration.ofDays(1);

    private static final System.Logger LOG = System.getLogger(Postbox.class.getName());
    private static final DateTimeFormatter ID =
            DateTimeFormatter.ofPattern("'message-'yyyy-MM-dd-HHmmss").withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    /// @param until as long as the host is told
    private record Missing(String sentence, Instant until) {}

    private final MessageBook book;
    private final boolean invites;
    private final Function<CallerNumber, String> names;
    private final InstantSource clock;
    private final MessageShelf shelf;

    // Guarded by this.
    private final Map<String, Message> messages = new LinkedHashMap<>();
    private Optional<String> trouble = Optional.empty();
    private Optional<Missing> missing = Optional.empty();

    private volatile Standing standing;

    /// @param invites whether callers may leave a message
    /// @param names what is known of who calls from a number; empty if nothing is
    /// @throws MessageException if what was left earlier cannot be read
    public Postbox(
            MessageBook book,
            boolean invites,
            Function<CallerNumber, String> names,
            InstantSource clock) {
        this.book = book;
        this.invites = invites;
        this.names = names;
        this.clock = clock;
        shelf = new MessageShelf(this, book);
        book.messages().forEach(message -> messages.put(message.id(), message));
        standing = counted(0);
    }

    /// The messages as carts.
    public SoundShelf shelf() {
        return shelf;
    }

    /// A caller has found the lines closed. If they may leave a message, it is expected from now
    /// on; asking again for the same call changes nothing.
    ///
    /// @return whether they may
    public synchronized boolean expect(CallId call, CallerNumber from) {
        if (expects(call)) {
            return true;
        }
        if (!invites || messages.size() >= MOST) {
            return false;
        }
        Instant now = clock.instant();
        try {
            put(Message.expected(unused(now), call, from, now));
            return true;
        } catch (MessageException failed) {
            report(failed);
            return false;
        }
    }

    private String unused(Instant at) {
        String id = ID.format(at);
        String free = id;
        for (int i = 2; messages.containsKey(free); i++) {
            free = "%s-%d".formatted(id, i);
        }
        return free;
    }

    /// Whether this caller has been asked to leave a message, and it is not here yet.
    public synchronized boolean expects(CallId call) {
        return expected(call).findAny().isPresent();
    }

    /// The ids of what is expected of a call.
    synchronized List<String> expectedOf(CallId call) {
        return expected(call).map(Message::id).toList();
    }

    private Stream<Message> expected(CallId call) {
        return all(message -> message.stage() == Stage.EXPECTED && message.call().equals(call));
    }

    /// Everything that the answering machine has to be asked about.
    synchronized List<Message> open() {
        return all(message -> message.stage() == Stage.EXPECTED || message.recording().isPresent())
                .toList();
    }

    synchronized List<Message> kept() {
        return all(message -> message.stage() == Stage.KEPT).toList();
    }

    /// Everything that is here and of which nobody knows yet what is said in it, the oldest first.
    List<Message> unwritten() {
        return kept().stream()
                .filter(message -> message.words().isEmpty())
                .sorted(Comparator.comparing(Message::at).thenComparing(Message::id))
                .toList();
    }

    /// Decodes a message from its beginning.
    SoundStream sound(Message message) {
        return book.sound(message.id());
    }

    /// This is said in a message, as far as is known; nothing if it has been deleted meanwhile.
    ///
    /// @param words empty if nothing is
    synchronized void says(String id, String words) {
        if (find(id).isPresent()) {
            var _ = update(id, message -> message.saying(words));
        }
    }

    private Stream<Message> all(Predicate<Message> fitting) {
        return messages.values().stream().filter(fitting);
    }

    /// Whether this recording has been fetched.
    synchronized boolean has(String recording) {
        return all(message -> message.recording().filter(recording::equals).isPresent())
                .findAny()
                .isPresent();
    }

    /// Keeps what was fetched, unless there is nothing in it.
    ///
    /// @param recording as which the network has it
    /// @throws MessageException if it cannot be kept; it is expected as before
    /// @throws NoSoundException if it is none; it is expected as before
    void keep(Message expected, String recording, byte[] wav) {
        book.keep(expected.id(), wav);
        Measured measured = measured(expected);
        if (measured.nothing()) {
            discard(expected, Optional.of(recording));
        } else {
            change(expected.kept(recording, measured.length()));
        }
    }

    private Measured measured(Message message) {
        try (SoundStream sound = book.sound(message.id())) {
            return Measured.of(sound);
        } catch (SoundException broken) {
            book.silence(message.id());
            throw new NoSoundException(broken);
        }
    }

    /// Makes a place for another message of the same call.
    synchronized Message another(Message message) {
        return message.another(unused(message.at()));
    }

    /// The network has erased it.
    void erased(Message message) {
        if (message.stage() == Stage.DISCARDED) {
            remove(message);
        } else {
            update(message.id(), Message::erased);
        }
    }

    /// There is something of it at the network that could not be had, and is not asked for any
    /// more.
    synchronized void missing(Message message) {
        String sentence =
                "A message of %s is not here: the telephone company has no finished sound of it. It is not asked for any more, and what there is of it stays in the company's list of recordings."
                        .formatted(WHEN.format(message.at()));
        LOG.log(Level.WARNING, "voicemail: {0}", sentence);
        missing = Optional.of(new Missing(sentence, clock.instant().plus(TOLD)));
    }

    /// The caller has left nothing.
    synchronized void nothingCame(Message message) {
        remove(message);
    }

    private synchronized void remove(Message message) {
        book.remove(message.id());
        messages.remove(message.id());
        changed();
    }

    private synchronized void discard(Message message, Optional<String> recording) {
        change(message.discarded(recording));
        book.silence(message.id());
    }

    private synchronized void change(Message message) {
        put(message);
        changed();
    }

    private void put(Message message) {
        book.write(message);
        messages.put(message.id(), message);
    }

    private synchronized Optional<Message> update(String id, Function<Message, Message> how) {
        Optional<Message> before = Optional.ofNullable(messages.get(id));
        before.map(how).filter(after -> !before.equals(Optional.of(after))).ifPresent(this::change);
        return Optional.ofNullable(messages.get(id));
    }

    private synchronized Optional<Message> find(String id) {
        return Optional.ofNullable(messages.get(id))
                .filter(message -> message.stage() == Stage.KEPT);
    }

    @Override
    public synchronized boolean isOff() {
        return !invites && messages.isEmpty();
    }

    @Override
    public Standing standing() {
        return standing;
    }

    private void changed() {
        standing = counted(standing.changes() + 1);
    }

    private Standing counted(long changes) {
        List<Message> all = kept();
        int unheard = (int) all.stream().filter(message -> !message.heard()).count();
        return new Standing(unheard, all.size(), changes);
    }

    @Override
    public List<Left> messages() {
        return kept().stream()
                .sorted(Comparator.comparing(Message::at).thenComparing(Message::id).reversed())
                .map(this::left)
                .toList();
    }

    private Left left(Message message) {
        return new Left(
                message.id(),
                message.at(),
                message.from().known() ? names.apply(message.from()) : "",
                message.from(),
                message.length(),
                message.heard(),
                message.words().filter(words -> !words.isEmpty()));
    }

    @Override
    public Optional<byte[]> wav(String id) {
        return find(id).map(message -> book.wav(message.id()));
    }

    @Override
    public Optional<Left> heard(String id, boolean heard) {
        return find(id).flatMap(message -> update(id, now -> now.heard(heard))).map(this::left);
    }

    @Override
    public synchronized boolean delete(String id) {
        Optional<Message> message = find(id);
        message.ifPresent(this::delete);
        return message.isPresent();
    }

    /// What the network still has is erased there first; until then the card says so.
    private void delete(Message message) {
        if (message.recording().isPresent()) {
            discard(message, message.recording());
        } else {
            remove(message);
        }
    }

    /// Deletes everything that somebody has left, for good. What they are just leaving will be
    /// nobody's.
    ///
    /// @return the ids of the messages
    public synchronized List<String> forget(String fingerprint) {
        List<Message> theirs =
                all(message -> message.from().fingerprint().equals(fingerprint)).toList();
        theirs.stream().map(Message::anonymous).forEach(this::put);
        List<Message> kept = theirs.stream().filter(one -> one.stage() == Stage.KEPT).toList();
        kept.forEach(message -> delete(message.anonymous()));
        return kept.stream().map(Message::id).toList();
    }

    /// All is well with the network and the disk again.
    synchronized void works() {
        trouble = Optional.empty();
    }

    /// Something went wrong that is tried again.
    ///
    /// @param failed with a sentence for the host
    synchronized void report(RuntimeException failed) {
        String sentence = String.valueOf(failed.getMessage());
        if (!trouble.equals(Optional.of(sentence))) {
            LOG.log(Level.WARNING, "voicemail: {0}", sentence);
        }
        trouble = Optional.of(sentence);
    }

    @Override
    public synchronized Optional<String> trouble() {
        return messages.size() >= MOST
                ? Optional.of(
                        "Voicemail is full: %d messages are the most. Delete some; until then callers are told that the lines are closed."
                                .formatted(MOST))
                : trouble.or(this::missing);
    }

    private Optional<String> missing() {
        return missing.filter(told -> clock.instant().isBefore(told.until()))
                .map(Missing::sentence);
    }
}
