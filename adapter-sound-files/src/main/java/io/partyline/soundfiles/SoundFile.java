package io.partyline.soundfiles;

import io.partyline.port.SoundException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/// A sound file of which nothing is believed but its first bytes.
///
/// @param path where it lies
/// @param name what the host is told when something is wrong with it
record SoundFile(Path path, String name) {
    /// Longer than what JLayer or [Mp3Start] look ahead.
    private static final int BUFFER = 2 * Mp3Start.NEAR;

    private static final int FIRST = 12;

    /// Decodes it from its beginning.
    ///
    /// @throws SoundException with a sentence that names it
    Decoder open() {
        return attempt(this::decoder);
    }

    /// Something that is done with a file that may be anything.
    interface Attempt<T> {
        T make() throws IOException;
    }

    /// A decoder that stumbles over a broken file may do so in any way, out of memory included: the
    /// length of an array may stand in the file.
    <T> T attempt(Attempt<T> attempt) {
        try {
            return attempt.make();
        } catch (BrokenSoundException broken) {
            throw trouble(String.valueOf(broken.getMessage()), broken);
        } catch (NoSuchFileException gone) {
            throw new SoundException("\"%s\" has gone from its folder.".formatted(name), gone);
        } catch (AccessDeniedException denied) {
            throw trouble("this program may not read it", denied);
        } catch (IOException failed) {
            throw trouble("the disk cannot read it", failed);
        } catch (SoundException known) {
            throw known;
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError broken) {
            throw trouble("it is damaged", broken);
        }
    }

    private SoundException trouble(String what, Throwable cause) {
        return new SoundException("\"%s\" cannot be played: %s.".formatted(name, what), cause);
    }

    private Decoder decoder() throws IOException {
        // No link is followed: what was a file when it was found may be one by now.
        SeekableByteChannel file =
                Files.newByteChannel(
                        path, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
        try {
            return decoder(file);
        } catch (IOException | RuntimeException | Error failed) {
            file.close();
            throw failed;
        }
    }

    private static Decoder decoder(SeekableByteChannel file) throws IOException {
        if (file.size() == 0) {
            throw new BrokenSoundException("it is empty");
        }
        if (file.size() > Limits.LARGEST) {
            throw new BrokenSoundException("it is larger than 4 GB");
        }
        var first = ByteBuffer.allocate(FIRST);
        Bytes.fill(file, 0, first);
        if (WavHead.begins(first)) {
            return new Wav(file);
        }
        if (begins(first, "OggS")) {
            var samples = OggEnd.samples(file);
            return new Vorbis(stream(file.position(0)), samples);
        }
        Tags behind = Id3.behind(file);
        InputStream in = stream(file.position(0));
        return isFlac(in) ? new Flac(in) : new Mp3(stream(file.position(0)), file.size(), behind);
    }

    private static InputStream stream(SeekableByteChannel file) {
        return new BufferedInputStream(Channels.newInputStream(file), BUFFER);
    }

    /// Some programs put MP3's tags in front of FLAC.
    private static boolean isFlac(InputStream in) throws IOException {
        var _ = Id3.inFront(in);
        in.mark(4);
        byte[] mark = in.readNBytes(4);
        in.reset();
        return mark.length == 4 && begins(ByteBuffer.wrap(mark), "fLaC");
    }

    private static boolean begins(ByteBuffer first, String word) {
        for (int i = 0; i < word.length(); i++) {
            if (i >= first.limit() || first.get(i) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
