using System.Globalization;

namespace Cradle.Demography.Files;

/// <summary>One thing that is wrong in an input file.</summary>
/// <param name="File">Name of the file within its folder.</param>
/// <param name="Line">Line, counted from 1; 0 when it concerns the whole file.</param>
/// <param name="Reason">What is wrong.</param>
/// <param name="Remedy">How to mend it.</param>
public sealed record InputProblem(string File, int Line, string Reason, string Remedy)
{
    /// <summary><c>file(line): reason remedy</c>.</summary>
    public override string ToString() => Line > 0
        ? string.Create(CultureInfo.InvariantCulture, $"{File}({Line}): {Reason} {Remedy}")
        : $"{File}: {Reason} {Remedy}";
}
