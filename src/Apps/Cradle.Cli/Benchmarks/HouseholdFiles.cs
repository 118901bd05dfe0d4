using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Cradle.Cli.Benchmarks;

/// <summary>The columns of the benchmark's households: little-endian files of one or four bytes a row, as they lie in a folder.</summary>
internal sealed class HouseholdFiles : IDisposable
{
    public const string Province = "province.u1";
    public const string Kids = "kids.u1";
    public const string ChildBirth = "child_birth.i4";
    public const string ChildKindergarten = "child_kindergarten.u1";

    public static readonly string[] HouseholdColumns =
        [Province, "mother_employed.u1", "father_employed.u1", "registered_birth.u1", "difficult_birth.u1", "babies_last_birth.u1", "has_fund_account.u1", Kids];

    private readonly Dictionary<string, SafeFileHandle> _files = [];
    private readonly string _folder;

    public HouseholdFiles(string folder)
    {
        _folder = folder;
        if (!Directory.Exists(folder))
            throw new UsageException($"There is no folder {folder}. Name one that make_population.py has written.");
        foreach (var name in HouseholdColumns.Append(ChildBirth).Append(ChildKindergarten))
        {
            var path = Path.Combine(folder, name);
            if (!File.Exists(path))
                throw Bad(name, "is missing");
            _files[name] = File.OpenHandle(path, options: FileOptions.SequentialScan);
        }

        Households = LengthOf(Province);
        foreach (var name in HouseholdColumns.Where(name => LengthOf(name) != Households))
            throw Bad(name, $"has {LengthOf(name)} bytes, but {Province} says that there are {Households} households");
        Children = LengthOf(ChildKindergarten);
        if (LengthOf(ChildBirth) != Children * sizeof(int))
            throw Bad(ChildBirth, $"has {LengthOf(ChildBirth)} bytes, not four for each of the {Children} children of {ChildKindergarten}");
    }

    public long Households { get; }

    public long Children { get; }

    /// <summary>Reads rows of a one-byte column.</summary>
    public void Read(string name, long first, Span<byte> rows)
    {
        for (var done = 0; done < rows.Length;)
        {
            var read = RandomAccess.Read(_files[name], rows[done..], first + done);
            if (read == 0)
                throw Bad(name, $"ends after {first + done} bytes");
            done += read;
        }
    }

    /// <summary>Reads rows of the birth dates: days since 1970-01-01.</summary>
    public void Read(long first, Span<int> rows) => Read(ChildBirth, first * sizeof(int), MemoryMarshal.AsBytes(rows));

    /// <summary>A complaint about a file.</summary>
    public UsageException Bad(string name, string what) => new($"{Path.Combine(_folder, name)} {what}. Write the folder anew with make_population.py.");

    public void Dispose()
    {
        foreach (var file in _files.Values)
            file.Dispose();
    }

    private long LengthOf(string name) => RandomAccess.GetLength(_files[name]);
}
