using Cradle.Demography.Population;
using Cradle.Demography.Projection;

namespace Cradle.Demography.Files;

/// <summary>
/// Reads a folder of inputs in any of the three layouts and sees that they are whole and possible. Every problem is found in one pass
/// and named with file, line, reason and remedy.
/// </summary>
public static class ProjectionFolder
{
    /// <summary>Reads a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="from">The first year to project; the first for which everything is there when left out.</param>
    /// <param name="to">The last year to project; the last for which everything is there when left out.</param>
    /// <exception cref="ProjectionInputException">The inputs have gaps, impossible figures, doubles, other headers or lack years.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static ProjectionCase Read(string folder, int? from = null, int? to = null)
    {
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"There is no folder {folder}.");
        var problems = new ProblemList();
        var tables = ReadTables(folder, problems);
        problems.ThrowIfAny();
        var result = new CaseAssembly(tables, problems).Build(from, to);
        problems.ThrowIfAny();
        return result!;
    }

    private static SourceTables ReadTables(string folder, ProblemList problems)
    {
        bool Has(string file) => File.Exists(Path.Combine(folder, file));
        if (Has(LongLayout.Signature))
            return LongLayout.Read(folder, problems);
        if (Has(UnitedNationsLayout.Signature))
            return UnitedNationsLayout.Read(folder, problems);
        if (Has(TidyLayout.Signature))
            return TidyLayout.Read(folder, problems);
        problems.Add(folder, 0, "No known layout of inputs.",
            $"It is known by {TidyLayout.Signature} (tidy), {UnitedNationsLayout.Signature} (United Nations) or {LongLayout.Signature} (long).");
        problems.ThrowIfAny();
        throw new InvalidOperationException();
    }
}
