using System.Buffers;
using ScimBridge.Employees;

namespace ScimBridge.HiBob;

/// <summary>Reads single people out of a spool.</summary>
internal static class PeopleSlices
{
    /// <summary>The largest record that is read; beyond it a person is rejected.</summary>
    public const int LargestPerson = 1024 * 1024;

    /// <summary>The fields of the person in the slice.</summary>
    /// <exception cref="EmployeeRejectedException">The record can't be read.</exception>
    public static EmployeeFields Read(PeopleSpool spool, PersonSlice person, int index, PersonReader reader)
    {
        if (person.Length > LargestPerson)
        {
            throw new EmployeeRejectedException(HiBobIssues.TooLarge(index, LargestPerson));
        }

        var buffer = ArrayPool<byte>.Shared.Rent(person.Length);
        try
        {
            var slice = buffer.AsSpan(0, person.Length);
            spool.Read(slice, person.Offset);
            var fields = reader.Read(slice, index);
            return person.Duplicate ? throw new EmployeeRejectedException(HiBobIssues.Duplicate(fields.EmployeeId)) : fields;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }
}
