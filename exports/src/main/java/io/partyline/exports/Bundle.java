package io.partyline.exports;

import io.partyline.audio.Frames;
import io.partyline.exports.ShowFile.Aired;
import io.partyline.exports.Transcript.Segment;
import io.partyline.files.FileNames;
import io.partyline.port.Exports;
import io.partyline.show.AiVoice;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A whole show in one zip file, in a folder of its name: the stems, the mix as it is published,
/// every text, a clip of each visit out of the mix, and the checksums of all of it.
record Bundle(ShowFile show) {
    /// What is left of a room after the last word.
    private static final Duration TAIL = Duration.ofMillis(300);

    private static final String CHECKSUMS = "SHA256SUMS";

    /// A clip in words; times count from the beginning of the clip.
    ///
    /// @param visit which of the call's stretches on the air it is, from 1
    private record Clip(
            String name,
            String kind,
            int visit,
            String topic,
            String summary,
            double showTime,
            double length,
            List<Segment> segments) {}

    String fileName() {
        return folder() + ".zip";
    }

    private String folder() {
        return FileNames.safe(show.show().id().value());
    }

    void writeTo(OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out);
        zip.setLevel(Deflater.BEST_SPEED);
        var checksums = new StringBuilder();
        for (RecordedStem stem : show.stems()) {
            String name = ShowExports.STEMS + stem.fileName();
            add(zip, name, checksums, to -> stem.sound().copy(0, stem.samples(), to));
        }
        for (Exports.Export text : ShowExports.texts(show)) {
            add(zip, text.fileName(), checksums, text.content());
        }
        Optional<Samples> mix = show.mix();
        if (mix.isPresent()) {
            String name = ShowExports.PUBLISHED_FILE;
            add(zip, name, checksums, ShowExports.mix(show, mix.get()));
        }
        clips(mix, zip, checksums);
        add(zip, CHECKSUMS, new StringBuilder(), text(checksums.toString()));
        zip.finish();
    }

    private void clips(Optional<Samples> mix, ZipOutputStream zip, StringBuilder checksums)
            throws IOException {
        ShowFile published = show.published();
        List<Aired> calls = show.aired();
        List<Aired> heard = published.aired();
        for (int i = 0; i < calls.size() && mix.isPresent(); i++) {
            Aired call = calls.get(i);
            String number = String.format(Locale.ROOT, "%02d", i + 1);
            String visit = call.again() ? "_visit-" + call.visit() : "";
            String ai = call.real() ? "" : "_" + FileNames.safe(AiVoice.MARK);
            String name = "clips/call-" + number + "_" + FileNames.safe(call.name()) + ai + visit;
            add(zip, name + ".wav", checksums, to -> copy(mix.get(), call, to));
            add(
                    zip,
                    name + ".json",
                    checksums,
                    text(Json.text(clip(call, heard.get(i), published))));
        }
    }

    /// A recording may have stopped before the visit did. What was dumped is left out.
    private void copy(Samples mix, Aired call, OutputStream out) throws IOException {
        long from = Math.min(samples(call.start()), mix.count());
        long to = Math.min(samples(call.end().plus(TAIL)), mix.count());
        new StemSound(mix, show.dumped().kept(from, to), true).writeTo(out);
    }

    private static long samples(Duration time) {
        return time.toMillis() * Frames.RATE / 1_000;
    }

    /// The words of a clip fall where they are said in it.
    private static Clip clip(Aired call, Aired heard, ShowFile published) {
        List<Segment> said =
                published.said().stream()
                        .filter(words -> words.start().compareTo(heard.start()) >= 0)
                        .filter(words -> words.start().compareTo(heard.end()) < 0)
                        .map(words -> Segment.of(words, heard.start()))
                        .toList();
        return new Clip(
                call.name(),
                call.real() ? "real" : "ai",
                call.visit(),
                call.topic(),
                call.summary(),
                Clock.seconds(call.start()),
                Clock.seconds(heard.length()),
                said);
    }

    private static Exports.Content text(String text) {
        return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Dated as the show, so that the same show makes the same bundle.
    private void add(
            ZipOutputStream zip, String name, StringBuilder checksums, Exports.Content content)
            throws IOException {
        var entry = new ZipEntry(folder() + "/" + name);
        entry.setTime(show.show().openedAt().toEpochMilli());
        zip.putNextEntry(entry);
        var digest = sha256();
        var counted = new DigestOutputStream(zip, digest);
        content.writeTo(counted);
        zip.closeEntry();
        checksums.append(HexFormat.of().formatHex(digest.digest())).append("  ").append(name);
        checksums.append('\n');
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
