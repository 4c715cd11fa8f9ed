package io.guatu.board;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What turns one view of the board into the next: a JSON merge patch (RFC 7396), and nothing that stayed. A member that is
 * no more is {@link Optional#empty()}, which travels as null; an object is told member by member; a list is told anew as a
 * whole, unless its items have an {@code id} or a {@code seq}: then as {@link Items}. Whoever applies it must stand exactly
 * on {@code before}: a value may have gone A → B → A since an earlier one.
 */
public final class Delta {
    /** Records of one component travel as that value: they are replaced, never told member by member. */
    private static final int PLAIN = 1;

    private static final List<String> KEYS = List.of("id", "seq");
    private static final ClassValue<List<Member>> MEMBERS = new ClassValue<>() {
        @Override
        protected List<Member> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents()).map(Member::of).toList();
        }
    };

    private Delta() {}

    /**
     * A change to a list whose items are known by their first member. Each of {@code items} is a delta of the item with
     * that key, at its place, or a new item, which goes to the end; {@code gone} are the keys of those that left.
     */
    public record Items(List<Object> items, List<Object> gone) {}

    private record Member(String name, Method accessor) {
        static Member of(RecordComponent component) {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return new Member(component.getName(), accessor);
        }

        Object of(Object owner) {
            try {
                return accessor.invoke(owner);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Empty when nothing is different. */
    public static Map<Object, Object> between(Record before, Record after) {
        return members(before, after);
    }

    private static Object change(Object before, Object after) {
        if (after == null) {
            return Optional.empty();
        }
        if (isObject(before) && isObject(after)) {
            return members(before, after);
        }
        if (before instanceof List<?> was && after instanceof List<?> is && isKeyed(was) && isKeyed(is)) {
            return items(was, is);
        }
        return after;
    }

    private static Map<Object, Object> members(Object before, Object after) {
        Map<Object, Object> changes = new LinkedHashMap<>();
        Map<?, ?> was = asMap(before);
        Map<?, ?> is = asMap(after);
        is.forEach((name, value) -> put(changes, name, was.get(name), value));
        was.keySet().stream()
                .filter(name -> !is.containsKey(name))
                .forEach(name -> put(changes, name, was.get(name), null));
        return changes;
    }

    private static void put(Map<Object, Object> changes, Object name, Object before, Object after) {
        if (!Objects.equals(before, after)) {
            changes.put(name, change(before, after));
        }
    }

    private static Object items(List<?> before, List<?> after) {
        if (isAligned(before, after)) {
            return new Items(
                    IntStream.range(0, after.size())
                            .filter(i -> !after.get(i).equals(before.get(i)))
                            .mapToObj(i -> item(before.get(i), after.get(i)))
                            .toList(),
                    null);
        }
        Map<Object, Object> was = byKey(before);
        Map<Object, Object> is = byKey(after);
        List<Object> gone =
                was.keySet().stream().filter(key -> !is.containsKey(key)).toList();
        if (!isReached(was.keySet(), is.keySet())) {
            return after;
        }
        List<Object> items = new ArrayList<>();
        is.forEach((key, item) -> {
            if (!item.equals(was.get(key))) {
                items.add(item(was.get(key), item));
            }
        });
        return new Items(items.isEmpty() ? null : items, gone.isEmpty() ? null : gone);
    }

    /** Nobody came or went: the usual case, and quick on a board of thousands. */
    private static boolean isAligned(List<?> before, List<?> after) {
        return before.size() == after.size()
                && IntStream.range(0, after.size())
                        .allMatch(i -> before.get(i) == after.get(i)
                                || key(before.get(i)).equals(key(after.get(i))));
    }

    /** Whether what stays is in its order and what is new behind it; else the list itself must be told. */
    private static boolean isReached(Set<Object> was, Set<Object> is) {
        List<Object> reached = Stream.concat(
                        was.stream().filter(is::contains), is.stream().filter(key -> !was.contains(key)))
                .toList();
        return reached.equals(List.copyOf(is));
    }

    private static Object item(Object before, Object after) {
        if (before == null) {
            return after;
        }
        Map<Object, Object> changes = new LinkedHashMap<>();
        changes.put(MEMBERS.get(after.getClass()).get(0).name(), key(after));
        changes.putAll(members(before, after));
        return changes;
    }

    private static Map<Object, Object> byKey(List<?> items) {
        Map<Object, Object> byKey = new LinkedHashMap<>();
        items.forEach(item -> byKey.put(key(item), item));
        return byKey;
    }

    private static Object key(Object item) {
        return MEMBERS.get(item.getClass()).get(0).of(item);
    }

    private static boolean isKeyed(List<?> items) {
        return !items.isEmpty()
                && items.get(0) instanceof Record item
                && isObject(item)
                && KEYS.contains(MEMBERS.get(item.getClass()).get(0).name());
    }

    private static boolean isObject(Object value) {
        return value instanceof Map
                || value instanceof Record && MEMBERS.get(value.getClass()).size() > PLAIN;
    }

    private static Map<?, ?> asMap(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        Map<String, Object> map = new LinkedHashMap<>();
        MEMBERS.get(value.getClass()).forEach(member -> map.put(member.name(), member.of(value)));
        return map;
    }
}
