local sqrt, pi = math.sqrt, math.pi
local solar, days = 4 * pi * pi, 365.24
local function body(x, y, z, vx, vy, vz, mass)
    return {x = x, y = y, z = z, vx = vx * days, vy = vy * days, vz = vz * days, mass = mass * solar}
end
local bodies = {
    body(0, 0, 0, 0, 0, 0, 1),
    body(4.84143144246472090, -1.16032004402742839, -0.103622044471123109, 0.00166007664274403694,
        0.00769901118419740425, -0.0000690460016972063023, 0.000954791938424326609),
    body(8.34336671824457987, 4.12479856412430479, -0.403523417114321381, -0.00276742510726411021,
        0.00499852801234917238, 0.0000230417297573763929, 0.000285885980666130812),
    body(12.8943695621391310, -15.1111514016986312, -0.223307578892655734, 0.00296460137564761618,
        0.00237847173959480950, -0.0000296589568540237556, 0.0000436624404335156298),
    body(15.3796971148509165, -25.9193146099879641, 0.179258772950371181, 0.00268067772490389322,
        0.00162824170038242295, -0.0000951592254519715870, 0.0000515138902046611451),
}
local function advance(step)
    local count = #bodies
    for i = 1, count do
        local a = bodies[i]
        local ax, ay, az, mass, vx, vy, vz = a.x, a.y, a.z, a.mass, a.vx, a.vy, a.vz
        for j = i + 1, count do
            local b = bodies[j]
            local dx, dy, dz = ax - b.x, ay - b.y, az - b.z
            local square = dx * dx + dy * dy + dz * dz
            local magnitude = sqrt(square)
            magnitude = step / (magnitude * square)
            local m = b.mass * magnitude
            vx, vy, vz = vx - dx * m, vy - dy * m, vz - dz * m
            m = mass * magnitude
            b.vx, b.vy, b.vz = b.vx + dx * m, b.vy + dy * m, b.vz + dz * m
        end
        a.vx, a.vy, a.vz = vx, vy, vz
        a.x, a.y, a.z = ax + step * vx, ay + step * vy, az + step * vz
    end
end
local function energy()
    local e = 0
    for i = 1, #bodies do
        local a = bodies[i]
        e = e + 0.5 * a.mass * (a.vx * a.vx + a.vy * a.vy + a.vz * a.vz)
        for j = i + 1, #bodies do
            local b = bodies[j]
            local dx, dy, dz = a.x - b.x, a.y - b.y, a.z - b.z
            e = e - a.mass * b.mass / sqrt(dx * dx + dy * dy + dz * dz)
        end
    end
    return e
end
for _ = 1, 250000 do advance(0.01) end
print(string.format("%.9f", energy()))
