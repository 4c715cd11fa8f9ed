package io.guatu.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.guatu.domain.MilestoneId;
import io.guatu.domain.Name;
import io.guatu.ledger.Json;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeltaTest {
    /** A thing with everything in it that a card may hold. */
    record Thing(
            MilestoneId id,
            Long seq,
            Name name,
            BigDecimal percent,
            Inner inner,
            List<Item> items,
            List<String> words,
            List<Inner> plain,
            Map<String, Long> days) {}

    record Inner(Long one, Long two) {}

    record Item(long seq, String text, Long past) {}

    private static final Thing THING = new Thing(
            new MilestoneId("base"),
            1L,
            new Name("基层", "Base"),
            new BigDecimal("46.5"),
            new Inner(1L, 2L),
            List.of(new Item(7, "a", null), new Item(3, "b", 2L)),
            List.of("x", "y"),
            List.of(new Inner(1L, null)),
            Map.of("land", 3L, "weather", 4L));

    private static JsonNode json(Object value) {
        return Json.read(Json.write(value), JsonNode.class);
    }

    private static JsonNode told(Thing before, Thing after) {
        JsonNode delta = json(Delta.between(before, after));
        assertEquals(json(after), Patch.applied(json(before), delta), delta.toString());
        return delta;
    }

    private static Thing with(String member, Object value) {
        RecordComponent[] components = Thing.class.getRecordComponents();
        Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        try {
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                values[i] = components[i].getName().equals(member)
                        ? value
                        : components[i].getAccessor().invoke(THING);
            }
            return Thing.class.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void tells(String expected, String member, Object value) {
        assertEquals(json(Json.read(expected.replace('\'', '"'), JsonNode.class)), told(THING, with(member, value)));
    }

    @Test
    void what_stayed_is_not_told() {
        assertEquals(Map.of(), Delta.between(THING, with("seq", 1L)));
    }

    @Test
    void a_value_is_told_and_what_is_no_more_is_null() {
        tells("{'percent':49.5}", "percent", new BigDecimal("49.5"));
        tells("{'percent':null}", "percent", null);
        tells("{'id':'top'}", "id", new MilestoneId("top"));
    }

    @Test
    void an_object_is_told_member_by_member() {
        tells("{'inner':{'two':5}}", "inner", new Inner(1L, 5L));
        tells("{'inner':{'one':null,'two':3}}", "inner", new Inner(null, 3L));
        tells("{'name':{'zh':'面层'}}", "name", new Name("面层", "Base"));
        tells("{'inner':null}", "inner", null);
        tells("{'days':{'land':9,'weather':null}}", "days", Map.of("land", 9L));
    }

    @Test
    void an_item_is_told_at_its_place_and_a_new_one_at_the_end() {
        tells(
                "{'items':{'items':[{'seq':3,'past':null}]}}",
                "items",
                List.of(new Item(7, "a", null), new Item(3, "b", null)));
        tells(
                "{'items':{'items':[{'seq':1,'text':'c'}]}}",
                "items",
                List.of(new Item(7, "a", null), new Item(3, "b", 2L), new Item(1, "c", null)));
        tells("{'items':{'gone':[7]}}", "items", List.of(new Item(3, "b", 2L)));
        tells(
                "{'items':{'items':[{'seq':9,'text':'c'}],'gone':[3]}}",
                "items",
                List.of(new Item(7, "a", null), new Item(9, "c", null)));
    }

    @Test
    void a_list_in_another_order_is_told_anew() {
        tells(
                "{'items':[{'seq':3,'text':'b','past':2},{'seq':7,'text':'a'}]}",
                "items",
                List.of(new Item(3, "b", 2L), new Item(7, "a", null)));
        tells(
                "{'items':[{'seq':1,'text':'c'},{'seq':7,'text':'a'}]}",
                "items",
                List.of(new Item(1, "c", null), new Item(7, "a", null)));
        tells("{'items':[]}", "items", List.of());
    }

    @Test
    void a_list_of_what_has_no_key_is_told_anew() {
        tells("{'words':['x']}", "words", List.of("x"));
        tells("{'plain':[{'two':1}]}", "plain", List.of(new Inner(null, 1L)));
    }

    /** Else a delta would merge what travels as one value, or replace by halves what travels as an object. */
    @Test
    void every_record_in_a_view_of_one_component_travels_as_that_value_and_no_other_does() {
        Set<Class<?>> records = new HashSet<>();
        collect(View.class, records);
        assertTrue(records.containsAll(Set.of(Card.class, SiteCard.class)) && records.size() > 20, records::toString);
        Map<Class<?>, Boolean> wrong = new LinkedHashMap<>();
        for (Class<?> record : records) {
            boolean plain = Json.MAPPER
                            .getSerializationConfig()
                            .introspect(Json.MAPPER.constructType(record))
                            .findJsonValueAccessor()
                    != null;
            if (plain != (record.getRecordComponents().length == 1)) {
                wrong.put(record, plain);
            }
        }
        assertEquals(Map.of(), wrong);
    }

    private static void collect(Type type, Set<Class<?>> records) {
        if (type instanceof ParameterizedType of) {
            for (Type argument : of.getActualTypeArguments()) {
                collect(argument, records);
            }
        } else if (type instanceof GenericArrayType array) {
            collect(array.getGenericComponentType(), records);
        } else if (type instanceof WildcardType any) {
            collect(any.getUpperBounds()[0], records);
        } else if (type instanceof Class<?> choice && choice.isSealed()) {
            for (Class<?> one : choice.getPermittedSubclasses()) {
                collect(one, records);
            }
        } else if (type instanceof Class<?> record && record.isRecord() && records.add(record)) {
            for (RecordComponent component : record.getRecordComponents()) {
                collect(component.getGenericType(), records);
            }
        }
    }
}
