package io.partyline.rehearsal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// A disk under a program, and what may be on it once the power has gone ([#walk]).
///
/// What was brought to the disk is there. Of everything that was written since, each sector of 512
/// bytes is there or not, whatever the order; a file may be as long as it was made and hold rubbish
/// where nothing has arrived. That there is a file of a name stands in its folder: names come to
/// the disk in the order in which they changed, and surely only with the folder. The book that says
/// so is POSIX; most disks are kinder.
///
/// For one thread at a time.
public final class PowerCut {
    private static final int SECTOR = 512;

    /// Whether a sector that was written is there.
    private interface Luck {
        boolean there();

        /// What stands in a place that was never written.
        void fill(byte[] bytes);
    }

    private static final Luck ALL = new Certain(true);
    private static final Luck NOTHING = new Certain(false);

    /// All or nothing, and silence where nothing was written.
    private record Certain(boolean there) implements Luck {
        @Override
        public void fill(byte[] bytes) {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /// A file's content, whatever it is called.
    private static final class Content {
        private final boolean folder;
        private byte[] safe = {};
        private final List<DiskStep> since = new ArrayList<>();

        private Content(boolean folder) {
            this.folder = folder;
        }

        private void sync() {
            safe = after(ALL);
            since.clear();
        }

        private byte[] after(Luck luck) {
            byte[] now = safe.clone();
            for (DiskStep step : since) {
                now =
                        switch (step) {
                            case DiskStep.Sized(var _, long size) ->
                                    luck.there() ? sized(now, size, luck) : now;
                            case DiskStep.Written(var _, long at, ByteBuffer bytes) ->
                                    written(now, at, bytes, luck);
                            default -> throw new IllegalStateException(step.toString());
                        };
            }
            return now;
        }

        private static byte[] sized(byte[] now, long size, Luck luck) {
            byte[] longer = Arrays.copyOf(now, Math.toIntExact(size));
            if (longer.length > now.length) {
                var unknown = new byte[longer.length - now.length];
                luck.fill(unknown);
                System.arraycopy(unknown, 0, longer, now.length, unknown.length);
            }
            return longer;
        }

        private static byte[] written(byte[] before, long at, ByteBuffer bytes, Luck luck) {
            byte[] now = before;
            for (int from = 0, to; from < bytes.limit(); from = to) {
                to = (int) Math.min(bytes.limit(), SECTOR - (at + from) % SECTOR + from);
                if (luck.there()) {
                    now = at + to > now.length ? sized(now, at + to, luck) : now;
                    bytes.get(from, now, (int) at + from, to - from);
                }
            }
            return now;
        }
    }

    private record Name(Path path, DiskStep change, Content content) {}

    /// What is left of the disk, as a folder of its own.
    ///
    /// @param how what became of the program, and when
    /// @param killed whether only the program ended and the power is still on
    /// @param promised what the program had said last that it keeps; 0 before
    public record Rest(String how, boolean killed, long promised, Path folder) {}

    /// What must be true of every rest.
    public interface Check {
        void of(Rest rest) throws Exception;
    }

    /// How far a walk came.
    ///
    /// @param rests how many rests were looked at
    /// @param promised what the program said last that it keeps
    public record Walked(int rests, long promised) {}

    /// Goes through all that a program did to its disk and ends it after each step: killed, with
    /// nothing there but what was brought to the disk, and with what chance leaves.
    ///
    /// @param into an empty folder, for the rests
    public static Walked walk(List<DiskStep> steps, Path into, Check check) throws Exception {
        var disk = new PowerCut();
        long promised = 0;
        int rests = 0;
        for (int at = 0; at < steps.size(); at++) {
            disk.after(steps.get(at));
            if (steps.get(at) instanceof DiskStep.Promised(long number)) {
                promised = number;
            }
            for (Rest rest : disk.rests(at, promised, into.resolve("after-" + at))) {
                rests++;
                check.of(rest);
            }
        }
        return new Walked(rests, promised);
    }

    private List<Rest> rests(int at, long promised, Path into) throws IOException {
        Path killed = Files.createDirectories(into.resolve("killed"));
        onlyKilled(killed);
        Path nothing = Files.createDirectory(into.resolve("nothing"));
        nothingElse(nothing);
        Path chance = Files.createDirectory(into.resolve("chance"));
        byChance(new Random(at), chance);
        return List.of(
                new Rest("killed after step " + at, true, promised, killed),
                new Rest("nothing else after step " + at, false, promised, nothing),
                new Rest("by chance after step " + at, false, promised, chance));
    }

    private final Map<Path, Content> now = new HashMap<>();
    private final Map<Path, Content> safe = new HashMap<>();
    private final List<Name> changes = new ArrayList<>();

    private PowerCut() {}

    /// Lets the program do one thing more.
    private void after(DiskStep step) {
        switch (step) {
            case DiskStep.FileMade(Path file) -> name(file, step, new Content(false));
            case DiskStep.FolderMade(Path folder) -> name(folder, step, new Content(true));
            case DiskStep.Renamed(Path from, Path _) -> name(from, step, content(from));
            case DiskStep.Removed(Path file) -> name(file, step, content(file));
            case DiskStep.Written(Path file, long _, ByteBuffer _) -> content(file).since.add(step);
            case DiskStep.Sized(Path file, long _) -> content(file).since.add(step);
            case DiskStep.Synced(Path path) -> sync(path);
            case DiskStep.Promised _ -> {}
        }
    }

    private Content content(Path file) {
        Content content = now.get(file);
        if (content == null) {
            throw new IllegalStateException("nobody has made " + file);
        }
        return content;
    }

    private void name(Path path, DiskStep change, Content content) {
        var name = new Name(path, change, content);
        changes.add(name);
        change(now, name);
    }

    private static void change(Map<Path, Content> names, Name name) {
        switch (name.change()) {
            case DiskStep.Renamed(Path from, Path to) -> {
                names.remove(from);
                names.put(to, name.content());
            }
            case DiskStep.Removed(Path file) -> names.remove(file);
            default -> names.put(name.path(), name.content());
        }
    }

    /// The names in a folder are its content.
    private void sync(Path path) {
        Content file = now.get(path);
        if (file != null) {
            file.sync();
        }
        changes.removeIf(name -> {
            boolean here = parent(name.path()).equals(path);
            if (here) {
                change(safe, name);
            }
            return here;
        });
    }

    private static Path parent(Path path) {
        Path parent = path.getParent();
        return parent == null ? Path.of("") : parent;
    }

    /// Everything that was asked for is there: the program was killed, and the power is still on.
    private void onlyKilled(Path into) throws IOException {
        lay(into, now, ALL);
    }

    /// Nothing is there but what was brought to the disk.
    private void nothingElse(Path into) throws IOException {
        lay(into, safe, NOTHING);
    }

    /// Chance says what is there.
    private void byChance(Random chance, Path into) throws IOException {
        var names = new HashMap<>(safe);
        changes.subList(0, chance.nextInt(changes.size() + 1)).forEach(name -> change(names, name));
        double share = chance.nextDouble();
        boolean rubbish = chance.nextBoolean();
        lay(
                into,
                names,
                new Luck() {
                    @Override
                    public boolean there() {
                        return chance.nextDouble() < share;
                    }

                    @Override
                    public void fill(byte[] bytes) {
                        if (rubbish) {
                            chance.nextBytes(bytes);
                        }
                    }
                });
    }

    private void lay(Path into, Map<Path, Content> names, Luck luck) throws IOException {
        for (var name : new TreeMap<>(names).entrySet()) {
            Content content = name.getValue();
            if (!Files.isDirectory(into.resolve(parent(name.getKey())))) {
                continue;
            }
            Path place = into.resolve(name.getKey());
            if (content.folder) {
                Files.createDirectory(place);
            } else {
                Files.write(place, content.after(luck));
            }
        }
    }
}
