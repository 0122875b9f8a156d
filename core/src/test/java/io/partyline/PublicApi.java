package io.partyline;

import io.partyline.show.Show;
import java.io.IOException;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What those who embed core can see: every public type of the packages that its module exports,
/// with its public and protected members, a line each, in an order that depends on nothing else.
final class PublicApi {
    private static final Pattern EXPORTS = Pattern.compile("(?m)^\\s*exports ([\\w.]+);");

    /// What every record has, whatever it holds.
    private static final Set<String> OF_EVERY_RECORD = Set.of("equals", "hashCode", "toString");

    private PublicApi() {}

    /// The packages that a module declaration exports, in alphabetical order.
    static List<String> exported(Path declaration) throws IOException {
        return EXPORTS.matcher(Files.readString(declaration))
                .results()
                .map(export -> export.group(1))
                .sorted()
                .toList();
    }

    static List<String> of(List<String> packages) throws IOException {
        var lines = new ArrayList<String>();
        for (String name : packages) {
            for (Class<?> type : types(name)) {
                lines.add(heading(type));
                members(type).map(member -> "    " + member).sorted().forEach(lines::add);
            }
        }
        return lines;
    }

    private static List<Class<?>> types(String name) throws IOException {
        Path folder = classes().resolve(name.replace('.', '/'));
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".class") && !file.equals("package-info.class"))
                    .map(file -> name + "." + file.substring(0, file.length() - ".class".length()))
                    .sorted()
                    .<Class<?>>map(PublicApi::load)
                    .filter(PublicApi::isSeen)
                    .toList();
        }
    }

    private static Path classes() {
        try {
            return Path.of(Show.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the classes of core are nowhere", e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, PublicApi.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("a class cannot be read", e);
        }
    }

    /// A type inside another is seen if that one is, too.
    private static boolean isSeen(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return isSeen(type.getModifiers())
                && !type.isAnonymousClass()
                && !type.isLocalClass()
                && (outer == null || isSeen(outer));
    }

    private static boolean isSeen(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private static String heading(Class<?> type) {
        var above = new ArrayList<Type>(Arrays.asList(type.getGenericInterfaces()));
        if (type.getGenericSuperclass() != null && type.getSuperclass() != Object.class) {
            above.addFirst(type.getGenericSuperclass());
        }
        return type.toGenericString()
                + listed(" is ", above.stream().map(Type::getTypeName))
                + listed(" permits ", permitted(type));
    }

    private static Stream<String> permitted(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).map(Class::getName).sorted()
                : Stream.empty();
    }

    private static String listed(String word, Stream<String> names) {
        String all = names.collect(Collectors.joining(", "));
        return all.isEmpty() ? "" : word + all;
    }

    private static Stream<String> members(Class<?> type) {
        return Stream.of(
                        Stream.of(type.getDeclaredFields())
                                .map(f -> line(type, f, f.toGenericString())),
                        Stream.of(type.getDeclaredConstructors())
                                .map(c -> line(type, c, c.toGenericString())),
                        Stream.of(type.getDeclaredMethods())
                                .filter(m ->
                                        !type.isRecord() || !OF_EVERY_RECORD.contains(m.getName()))
                                .map(m -> line(type, m, m.toGenericString())))
                .flatMap(all -> all)
                .filter(line -> !line.isEmpty());
    }

    /// Empty if nobody outside sees it.
    private static String line(Class<?> type, Member member, String words) {
        return isSeen(member.getModifiers()) && !member.isSynthetic()
                ? words.replace(type.getTypeName() + ".", "")
                : "";
    }
}
