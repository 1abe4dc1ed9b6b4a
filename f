{"format":1,"query":"components","lemmas":[],"components":1,"model":{},"count":{"rule":"line","gaps":["-1","1"]}}
