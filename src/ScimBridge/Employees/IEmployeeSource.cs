namespace ScimBridge.Employees;

/// <summary>An HR system from which employees are read. The seam for a second one: a folder beside HiBob that implements this.</summary>
internal interface IEmployeeSource
{
    /// <summary>Reads everyone, joiners and leavers included, all or nothing.</summary>
    /// <param name="connection">Where to read, and as whom.</param>
    /// <param name="progress">Told now and then how many people have arrived so far.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>A complete read, kept outside memory; the caller disposes it.</returns>
    /// <exception cref="EmployeeSourceException">Anything short of a complete read.</exception>
    Task<EmployeeRead> ReadAllAsync(SourceConnection connection, IProgress<int> progress, CancellationToken cancellationToken);

    /// <summary>What the fields of one person mean. A pure function: it reads nothing.</summary>
    /// <exception cref="EmployeeRejectedException">The fields contradict what is known of them, such as an unknown lifecycle status.</exception>
    Employee Interpret(EmployeeFields fields);
}
