using System.IO.MemoryMappedFiles;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Cradle.Linkage.Incremental;

/// <summary>An array in a file, mapped into memory: opening it costs nothing, and only the pages that are looked at are read.</summary>
internal sealed unsafe class MappedArray<T> : IDisposable where T : unmanaged
{
    private readonly MemoryMappedFile? file;
    private readonly MemoryMappedViewAccessor? view;
    private readonly byte* start;

    public MappedArray(string path)
    {
        var bytes = new FileInfo(path).Length;
        Length = (int)(bytes / Unsafe.SizeOf<T>());
        if (bytes == 0)
        {
            return;
        }

        file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, mapName: null, 0, MemoryMappedFileAccess.Read);
        view = file.CreateViewAccessor(0, bytes, MemoryMappedFileAccess.Read);
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        start += view.PointerOffset;
    }

    public int Length { get; }

    public ReadOnlySpan<T> Span => new(start, Length);

    public static void Write(string path, ReadOnlySpan<T> values)
    {
        using var output = File.Create(path);
        // A span of bytes holds no more than 2 GB, so large arrays go in parts.
        const int Part = 1 << 24;
        for (var at = 0; at < values.Length; at += Part)
        {
            output.Write(MemoryMarshal.AsBytes(values.Slice(at, Math.Min(Part, values.Length - at))));
        }
    }

    public void Dispose()
    {
        view?.SafeMemoryMappedViewHandle.ReleasePointer();
        view?.Dispose();
        file?.Dispose();
    }
}
