using System.Text.Json;

namespace ScimBridge.HiBob;

/// <summary>
/// Walks the body of people/search as it arrives, whatever pieces it comes in, and notes where each person is and what the
/// read as a whole has: only a single token must fit into memory, never a person or the company.
/// </summary>
/// <param name="plan">What was asked for.</param>
/// <param name="spooled">How many bytes the spool held before this body.</param>
internal sealed class PeopleScanner(HiBobFieldPlan plan, long spooled = 0)
{
    // Deeper than the reader's own limit of 64, so that an index by depth is always inside.
    private readonly (FieldNode? Node, int Hint)[] objects = new (FieldNode?, int)[68];
    private readonly PersonObserver observer = new(plan);
    private JsonReaderState state;
    private FieldNode? member;
    private FieldNode? openArray;
    private long offset = spooled;
    private long personStart;
    private bool employeesNext;
    private bool employeesSeen;
    private bool insideEmployees;

    /// <summary>Where the people are.</summary>
    public List<PersonSlice> People { get; } = [];

    /// <summary>What the people have in common.</summary>
    public PersonObserver Observed => observer;

    /// <summary>Walks over what has arrived and was not walked over yet.</summary>
    /// <param name="arrived">The bytes from the end of those consumed on.</param>
    /// <param name="final">Whether nothing will follow.</param>
    /// <returns>How many bytes were consumed; the rest must come again with more behind it.</returns>
    /// <exception cref="JsonException">The body is not one valid JSON object with an employees array.</exception>
    public int Feed(ReadOnlySpan<byte> arrived, bool final)
    {
        var reader = new Utf8JsonReader(arrived, final, state);
        while (reader.Read())
        {
            var depth = reader.CurrentDepth;
            if (depth >= 2 && insideEmployees)
            {
                InsideEmployees(ref reader, depth);
            }
            else if (depth == 1)
            {
                InsideRoot(ref reader);
            }
            else if (depth == 0 && reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.EndObject))
            {
                throw new HiBobShapeException("it is JSON, but no object");
            }
        }

        if (final && !employeesSeen)
        {
            throw new HiBobShapeException("it is JSON without the member employees");
        }

        state = reader.CurrentState;
        offset += reader.BytesConsumed;
        return (int)reader.BytesConsumed;
    }

    private void InsideRoot(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is JsonTokenType.PropertyName)
        {
            employeesNext = reader.ValueTextEquals("employees"u8);
            return;
        }

        if (employeesNext)
        {
            if (employeesSeen || reader.TokenType is not JsonTokenType.StartArray)
            {
                throw new HiBobShapeException("its member employees is not one array");
            }

            (employeesSeen, insideEmployees, employeesNext) = (true, true, false);
        }
        else if (reader.TokenType is JsonTokenType.EndArray)
        {
            insideEmployees = false;
        }
    }

    private void InsideEmployees(ref Utf8JsonReader reader, int depth)
    {
        // Whether an array is empty shows only with the token behind its start, which may come with other bytes.
        if (openArray is { } array)
        {
            openArray = null;
            if (reader.TokenType is not JsonTokenType.EndArray)
            {
                observer.Item(array);
            }
        }

        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                ref var parent = ref objects[depth];
                member = parent.Node?.Find(ref reader, ref parent.Hint);
                return;
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                Begin(ref reader, depth);
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                if (depth == 2)
                {
                    End(ref reader);
                }

                return;
            default:
                if (depth == 2)
                {
                    personStart = offset + reader.TokenStartIndex;
                    End(ref reader);
                }

                break;
        }

        if (member is { Field: >= 0 } found)
        {
            observer.Value(found, ref reader);
            openArray = reader.TokenType is JsonTokenType.StartArray ? found : null;
        }

        member = null;
    }

    private void Begin(ref Utf8JsonReader reader, int depth)
    {
        if (depth == 2)
        {
            personStart = offset + reader.TokenStartIndex;
        }

        // What is inside an array is never a field of the person.
        var node = depth == 2 ? plan.Tree : member;
        objects[depth + 1] = (reader.TokenType is JsonTokenType.StartObject ? node : null, 0);
    }

    private void End(ref Utf8JsonReader reader)
    {
        var length = offset + reader.BytesConsumed - personStart;
        People.Add(new PersonSlice(personStart, (int)Math.Min(length, int.MaxValue), observer.EndOfPerson()));
    }
}
